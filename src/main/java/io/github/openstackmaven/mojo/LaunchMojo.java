package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.launch.Bookkeeping;
import io.github.openstackmaven.launch.ExistingServers;
import io.github.openstackmaven.launch.ExistingServersSearch;
import io.github.openstackmaven.launch.IfExists;
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.launch.LaunchContext;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.launch.ReadyLadder;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.output.CloudActions;
import io.github.openstackmaven.output.FailureInquiry;
import io.github.openstackmaven.output.FailureReport;
import io.github.openstackmaven.output.KeyFolder;
import io.github.openstackmaven.output.LaunchOutputs;
import io.github.openstackmaven.output.OutputFile;
import io.github.openstackmaven.output.Progress;
import io.github.openstackmaven.output.Recording;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.pom.Written;
import io.github.openstackmaven.ready.Probes;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.session.SessionTerminal;
import io.github.openstackmaven.teardown.DeletionCandidates;
import io.github.openstackmaven.teardown.ReapRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Launches servers: takes a token, looks all names up, makes what the servers need, creates them, waits until they are
 * ready, and leaves their addresses to the rest of the build in properties and in {@code servers.json}.
 */
@Mojo(name = "launch", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class LaunchMojo extends ServerMojo {
    private static final int CONSOLE_LINES = 1000;
    private static final Duration INQUIRY = Duration.ofSeconds(10);
    private static final ReapRequest REAP_FIRST =
            new ReapRequest(Duration.ZERO, Optional.empty(), 100, false, Duration.ofMinutes(2));

    /**
     * What is done about a server of the same name that an earlier launch of this project made: {@code create} another,
     * {@code fail}, {@code reuse} it when it was made from the same description and is ready, or {@code replace} it.
     */
    @Parameter(property = "openstack.ifExists", defaultValue = "create")
    private String ifExists;

    /** Whether what killed builds left behind in the cloud's project is deleted first, as {@code reap} does it. */
    @Parameter(property = "openstack.reapFirst", defaultValue = "false")
    private boolean reapFirst;

    private record Intent(Plan plan, ExistingServers existing) {}

    @Override
    void run() {
        List<ServerSpec> specs = specs();
        LaunchOptions options = options();
        IfExists policy = policy();
        OutputFile.makeFolder(outputDirectory()); // before there are servers whose names could not be written
        Recording recording = recording();
        try {
            Settings settings = settings();
            Cloud cloud = recording.during("token", () -> logIn(settings));
            if (commandLine().flag("reapFirst", reapFirst)) reap(cloud);
            Intent intent = recording.during("look-ups", () -> intent(cloud, policy, specs));
            launch(cloud, intent, options);
        } finally {
            telling(() -> recording.timeline().write(outputDirectory(), redaction()));
        }
    }

    private Intent intent(Cloud cloud, IfExists policy, List<ServerSpec> specs) {
        DeletionCandidates candidates = new DeletionCandidates(
                new CloudResources(cloud), Time.system(), false, build().executor(), getLog()::warn);
        ExistingServers existing = new ExistingServersSearch(cloud, candidates).of(policy, marks().project(), specs);
        return new Intent(planner(cloud).plan(specs, existing.predecessors(specs)), existing);
    }

    private void launch(Cloud cloud, Intent intent, LaunchOptions options) {
        Plan plan = intent.plan();
        FailureInquiry inquiry = new FailureInquiry(() -> atMost(cloud, INQUIRY).compute(), plan);
        Cloud watched = atMost(cloud, options.timeout());
        try (Progress progress = progress()) {
            plan.servers().forEach(progress::planned);
            LaunchContext context = new LaunchContext(
                    cloud.clock(),
                    PollSchedule.standard(),
                    telling(progress).andThen(telling(recording()::event)).andThen(telling(inquiry)),
                    build().executor(),
                    this::buildEnds);
            ReadyLadder ladder =
                    new ReadyLadder(id -> watched.compute().consoleLog(id, CONSOLE_LINES), Probes.network(), context);
            Launch launch = new Launch(
                    cloud,
                    new Bookkeeping(
                            new CloudResources(cloud),
                            ledger().of(build().id(), module(), place(cloud), options.lifetime(), Time.system()),
                            marks()),
                    options,
                    new KeyFolder(outputDirectory()),
                    ladder,
                    context);
            List<Launched> launched = launching(cloud, options.lease(), () -> launch.launch(plan, intent.existing()));
            progress.above(() -> publish(LaunchOutputs.of(launched, ladder.knownHosts()), options.keep()));
            record(cloud, launched);
        } catch (OpenStackException e) {
            telling(() ->
                    inquiry.write(outputDirectory(), redaction(), this::warn).forEach(this::tell));
            throw e;
        }
    }

    private Progress progress() {
        return Progress.on(
                SessionTerminal.of(session(), getLog(), traced()), getLog()::info, this::show, Time.system());
    }

    private void show(String text) {
        System.out.print(redaction().masked(text));
        System.out.flush();
    }

    private void tell(FailureReport report) {
        recording().actions(report.name(), report.actions());
        if (!report.console().isEmpty()) {
            getLog().error("The last lines of the console of " + report.name() + ":");
            report.console().forEach(line -> getLog().error("  " + line));
        }
        Path more = report.folder(outputDirectory());
        if (Files.isDirectory(more)) getLog().error("More of " + report.name() + " is in " + more);
    }

    private void record(Cloud cloud, List<Launched> launched) {
        launched.stream().map(Launched::server).forEach(server -> {
            telling(() -> FailureReport.remove(outputDirectory(), server.name()));
            telling(() -> recording()
                    .actions(
                            server.name(),
                            new CloudActions(atMost(cloud, INQUIRY).compute()).of(server.id())));
        });
    }

    // Each question asked once: who waits looks again, and what only helps to tell keeps nobody.
    private static Cloud atMost(Cloud cloud, Duration time) {
        return cloud.with(
                Patience.until(cloud.clock().now().plus(time), cloud.clock()).once());
    }

    // What can't be reaped is no reason not to launch.
    private void reap(Cloud cloud) {
        telling(() -> new Reaping(cloud, build().executor(), getLog()).reap(REAP_FIRST));
    }

    private void publish(LaunchOutputs launched, Keep kept) {
        LaunchOutputs outputs = build().published(outputDirectory()).with(launched);
        project().getProperties().putAll(outputs.properties());
        outputs.summary().forEach(getLog()::info);
        getLog().info("Written to " + written(outputs, kept));
    }

    // Other goals and programs need them; the servers are on record all the same.
    private Path written(LaunchOutputs outputs, Keep kept) {
        try {
            return outputs.write(outputDirectory());
        } catch (OpenStackException e) {
            if (kept == Keep.NEVER) throw e;
            throw new OpenStackException(
                    e.getMessage(), e.advice() + " The servers are launched, and stay until openstack:delete.", e);
        }
    }

    private void warn(OpenStackException e) {
        e.report().lines().forEach(getLog()::warn);
    }

    private IfExists policy() {
        return commandLine()
                .text("ifExists", ifExists)
                .map(LaunchMojo::ifExists)
                .orElse(IfExists.CREATE);
    }

    private static IfExists ifExists(String word) {
        return IfExists.of(word)
                .orElseThrow(() -> new Written("<ifExists>", word).is("It is create, fail, reuse or replace."));
    }
}
