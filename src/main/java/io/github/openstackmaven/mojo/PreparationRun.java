package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.launch.LaunchContext;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.launch.WaitForReady;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.output.FailureInquiry;
import io.github.openstackmaven.output.Progress;
import io.github.openstackmaven.output.TimelineRecorder;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedPreparation;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.session.Telling;
import io.github.openstackmaven.session.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The preparation of images, from what is missing to the images. */
final class PreparationRun {
    private final LaunchParts launchParts;
    private final Workspace workspace;
    private final LaunchReport report;
    private final Telling telling;
    private final TimelineRecorder recorder;

    PreparationRun(LaunchParts launchParts, LaunchReport report) {
        this.launchParts = launchParts;
        this.workspace = launchParts.workspace();
        this.report = report;
        this.telling = new Telling(workspace.moduleLog());
        this.recorder = workspace.recorder();
    }

    /**
     * Has images prepared.
     *
     * @return the images
     * @throws OpenStackException when one can't be
     */
    List<Image> run(Cloud cloud, List<PlannedPreparation> wanted) {
        LaunchParts parts = launchParts.with(options(wanted));
        wanted.forEach(this::tell);
        AtomicReference<FailureInquiry> inquiry = new AtomicReference<>();
        try (Progress progress = parts.progress()) {
            LaunchContext context = parts.context(cloud, progress, told(progress, inquiry));
            WaitForReady waitForReady = parts.waitForReady(cloud, context);
            Launch launch = parts.launch(cloud, waitForReady, context);
            ServerPreparation setup = new ServerPreparation(workspace, waitForReady::knownHosts, parts.above(progress));
            List<Image> prepared = parts.launching(
                    cloud, () -> launch.prepare(wanted, specs -> planned(cloud, specs, progress, inquiry), setup));
            progress.above(() -> prepared.forEach(this::tell));
            return prepared;
        } catch (OpenStackException e) {
            Optional.ofNullable(inquiry.get()).ifPresent(one -> telling.run(() -> report.tell(one)));
            throw e;
        }
    }

    private Plan planned(
            Cloud cloud, List<ServerSpec> specs, Progress progress, AtomicReference<FailureInquiry> inquiry) {
        Plan plan = new Planner(cloud, workspace.executor()).plan(specs);
        inquiry.set(launchParts.inquiry(cloud, plan));
        recorder.planned(plan.servers());
        plan.servers().forEach(progress::planned);
        return plan;
    }

    private Consumer<LaunchEvent> told(Progress progress, AtomicReference<FailureInquiry> inquiry) {
        return telling.to(progress)
                .andThen(telling.to(recorder::event))
                .andThen(event -> Optional.ofNullable(inquiry.get())
                        .ifPresent(one -> telling.to(one).accept(event)));
    }

    private void tell(Image prepared) {
        workspace.moduleLog().info("Prepared: image '" + prepared.name() + "' (" + prepared.id() + ")");
    }

    private void tell(PlannedPreparation wanted) {
        workspace
                .moduleLog()
                .info("Preparing image '" + wanted.preparation().imageName() + "' from '"
                        + wanted.preparation().base().name() + "'");
    }

    // A preparation's server is never kept for itself.
    private LaunchOptions options(List<PlannedPreparation> wanted) {
        LaunchOptions of = launchParts.options();
        Duration longest = wanted.stream()
                .map(one -> one.preparation().spec().timeout())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new LaunchOptions(
                of.timeout().plus(longest),
                of.keep() == Keep.ON_FAILURE ? Keep.ON_FAILURE : Keep.NEVER,
                of.lease(),
                of.ttl(),
                of.createAttempts());
    }
}
