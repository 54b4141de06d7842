package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.launch.ExistingServers;
import io.github.openstackmaven.launch.IfExists;
import io.github.openstackmaven.launch.ImageMarks;
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.launch.LaunchContext;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.launch.ReadyWait;
import io.github.openstackmaven.launch.WaitForReady;
import io.github.openstackmaven.output.ConsoleStream;
import io.github.openstackmaven.output.FailureInquiry;
import io.github.openstackmaven.output.LaunchOutputs;
import io.github.openstackmaven.output.LaunchSummary;
import io.github.openstackmaven.output.OutputFile;
import io.github.openstackmaven.output.Progress;
import io.github.openstackmaven.output.TimelineRecorder;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedPreparation;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.session.Telling;
import io.github.openstackmaven.session.Workspace;
import io.github.openstackmaven.teardown.ReapRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A launch from what is described to what it leaves: login, plan, servers, outputs. */
final class LaunchRun {
    private static final ReapRequest REAP_FIRST =
            new ReapRequest(Duration.ZERO, Optional.empty(), 100, false, Duration.ofMinutes(2));

    private final LaunchParts parts;
    private final Workspace workspace;
    private final LaunchReport report;
    private final Telling telling;
    private final TimelineRecorder recorder;

    LaunchRun(LaunchParts parts, LaunchReport report) {
        this.parts = parts;
        this.workspace = parts.workspace();
        this.report = report;
        this.telling = new Telling(workspace.moduleLog());
        this.recorder = workspace.recorder();
    }

    private record Intent(Plan plan, ExistingServers existing) {}

    /**
     * Launches.
     *
     * @param reapFirst whether what killed builds left behind is deleted first
     * @param showConsole whether the servers' consoles are told while they are waited for
     */
    void run(List<ServerSpec> specs, IfExists policy, boolean reapFirst, boolean showConsole) {
        OutputFile.makeFolder(workspace.folder()); // before there are servers whose names could not be written
        try {
            Settings settings = parts.login().settings();
            Cloud cloud = recorder.during("token", () -> parts.login().logIn(settings));
            if (reapFirst) recorder.during("reap", () -> reap(cloud));
            Intent intent = recorder.during("look-ups", () -> intent(cloud, policy, specs, List.of()));
            List<PlannedPreparation> missing = intent.plan().preparations();
            if (!missing.isEmpty()) {
                List<Image> prepared = new PreparationRun(parts, report).run(cloud, missing);
                intent = recorder.during("look-ups", () -> intent(cloud, policy, specs, prepared));
                demandPrepared(intent.plan());
            }
            new ImageMarks(cloud).use(intent.plan(), workspace.executor());
            launch(cloud, intent, showConsole);
            recorder.succeeded();
        } catch (RuntimeException e) {
            telling.run(() -> recorder.failed(e));
            throw e;
        } finally {
            telling.run(() -> recorder.timeline().write(workspace.folder(), workspace.redaction()));
        }
    }

    // After a preparation all is looked up anew: minutes have passed.
    private Intent intent(Cloud cloud, IfExists policy, List<ServerSpec> specs, List<Image> prepared) {
        ExistingServers existing = parts.existing(cloud, policy, specs);
        return new Intent(
                new Planner(cloud, workspace.executor(), prepared).plan(specs, existing.earlier(specs)), existing);
    }

    private static void demandPrepared(Plan plan) {
        plan.preparations().stream().findFirst().ifPresent(missing -> {
            throw new OpenStackException(
                    "The image of server '" + missing.preparation().server().name()
                            + "' is another now than the one that was prepared",
                    "It was replaced meanwhile: run the build again, which prepares the new one.");
        });
    }

    private void launch(Cloud cloud, Intent intent, boolean showConsole) {
        FailureInquiry inquiry = parts.inquiry(cloud, intent.plan());
        Optional<LaunchSummary> summary = report.summary(intent.plan());
        try (Progress progress = parts.progress()) {
            Optional<ConsoleStream> consoles =
                    showConsole ? Optional.of(parts.consoles(cloud, progress)) : Optional.empty();
            try {
                launch(cloud, intent, progress, summary, told(progress, inquiry, summary, consoles));
            } finally {
                consoles.ifPresent(ConsoleStream::close);
            }
        } catch (OpenStackException e) {
            telling.run(() -> report.tell(inquiry));
            throw e;
        } finally {
            telling.run(() -> recorder.launched(intent.plan().servers()));
            summary.ifPresent(one -> telling.run(() -> workspace.gitHub().summarize(one::text)));
        }
    }

    private void launch(
            Cloud cloud,
            Intent intent,
            Progress progress,
            Optional<LaunchSummary> summary,
            Consumer<LaunchEvent> told) {
        Plan plan = intent.plan();
        recorder.planned(plan.servers());
        plan.servers().forEach(progress::planned);
        KeptServers kept = new KeptServers();
        LaunchContext context = parts.context(cloud, progress, told.andThen(telling.to(kept::event)));
        WaitForReady waitForReady = parts.waitForReady(cloud, context);
        Launch launch = parts.launch(cloud, noting(kept, waitForReady), context);
        List<Launched> launched;
        try {
            launched = parts.launching(cloud, () -> launch.launch(plan, intent.existing()));
        } catch (RuntimeException e) {
            LaunchOutputs left = LaunchOutputs.of(kept.servers(), waitForReady.knownHosts());
            progress.above(() -> telling.run(() -> report.publishKept(left)));
            throw e;
        }
        summary.ifPresent(one -> one.launched(launched));
        progress.above(() -> report.publish(
                LaunchOutputs.of(launched, waitForReady.knownHosts()),
                parts.options().keep()));
        report.record(launched, () -> LaunchParts.asking(cloud));
    }

    private Consumer<LaunchEvent> told(
            Progress progress,
            FailureInquiry inquiry,
            Optional<LaunchSummary> summary,
            Optional<ConsoleStream> consoles) {
        return telling.to(progress)
                .andThen(telling.to(recorder::event))
                .andThen(telling.to(inquiry))
                .andThen(summary.map(telling::<LaunchEvent>to).orElse(event -> {}))
                .andThen(consoles.map(telling::<LaunchEvent>to).orElse(event -> {}));
    }

    // Before it is ready: why it does not become so is in its logs.
    private ReadyWait noting(KeptServers kept, ReadyWait readiness) {
        return (server, time, abandoned) -> {
            kept.waitedFor(server);
            telling.run(() -> report.fetchOnFailure(server));
            telling.run(() -> recorder.addressed(server));
            return readiness.await(server, time, abandoned);
        };
    }

    // What can't be reaped is no reason not to launch.
    private void reap(Cloud cloud) {
        telling.run(() -> new Reaping(cloud, workspace.executor(), workspace.moduleLog()).reap(REAP_FIRST));
    }
}
