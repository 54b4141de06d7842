package io.github.openstackmaven.mojo;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.launch.Bookkeeping;
import io.github.openstackmaven.launch.ExistingServers;
import io.github.openstackmaven.launch.ExistingServersSearch;
import io.github.openstackmaven.launch.IfExists;
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.launch.LaunchContext;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.launch.ReadyWait;
import io.github.openstackmaven.launch.WaitForReady;
import io.github.openstackmaven.output.ConsoleStream;
import io.github.openstackmaven.output.FailureInquiry;
import io.github.openstackmaven.output.KeyFolder;
import io.github.openstackmaven.output.Progress;
import io.github.openstackmaven.output.Terminal;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.ready.Probes;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.session.CloudLogin;
import io.github.openstackmaven.session.SessionTerminal;
import io.github.openstackmaven.session.Workspace;
import io.github.openstackmaven.teardown.DeletionCandidates;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a launch is composed of, whatever it is for. */
record LaunchParts(Workspace workspace, CloudLogin login, LaunchOptions options, Terminal terminal) {
    private static final int CONSOLE_LINES = 1000;
    private static final Duration INQUIRY = Duration.ofSeconds(10);

    /** The same for something that goes another way. */
    LaunchParts with(LaunchOptions others) {
        return new LaunchParts(workspace, login, others, terminal);
    }

    /** What is told while it goes. */
    Progress progress() {
        return Progress.on(terminal, workspace.moduleLog()::info, this::show, Time.system(), workspace::ends);
    }

    private void show(String text) {
        SessionTerminal.show(workspace.redaction().masked(text));
    }

    /** Tells lines above that. */
    Consumer<String> above(Progress progress) {
        return line -> progress.above(() -> workspace.moduleLog().info(line));
    }

    /** The servers' consoles, told above that. */
    ConsoleStream consoles(Cloud cloud, Progress progress) {
        return new ConsoleStream(console(cloud), Time.system(), workspace.executor(), above(progress));
    }

    /**
     * Servers of these names that are there already.
     *
     * @throws io.github.openstackmaven.OpenStackException when the cloud refuses
     */
    ExistingServers existing(Cloud cloud, IfExists policy, List<ServerSpec> specs) {
        DeletionCandidates candidates = new DeletionCandidates(
                new CloudResources(cloud), Time.system(), false, workspace.executor(), workspace.moduleLog()::warn);
        return new ExistingServersSearch(cloud, candidates)
                .of(policy, workspace.marks().project(), specs);
    }

    LaunchContext context(Cloud cloud, Progress progress, Consumer<LaunchEvent> told) {
        workspace.keepReach(cloud); // before anybody connects to a server
        return new LaunchContext(
                cloud.clock(),
                PollSchedule.standard(),
                told,
                workspace.executor(),
                workspace.keepsakes(above(progress)),
                workspace::ends);
    }

    WaitForReady waitForReady(Cloud cloud, LaunchContext context) {
        return new WaitForReady(console(cloud), Probes.network(workspace.reach()), context);
    }

    private UnaryOperator<String> console(Cloud cloud) {
        Cloud watched = atMost(cloud, options.timeout());
        return id -> watched.compute().consoleLog(id, CONSOLE_LINES);
    }

    /** A launch whose time begins now. */
    Launch launch(Cloud cloud, ReadyWait waitForReady, LaunchContext context) {
        return new Launch(
                cloud,
                new Bookkeeping(
                        new CloudResources(cloud), workspace.journal(cloud, options.lifetime()), workspace.marks()),
                options,
                new KeyFolder(workspace.folder(), workspace.ledger()),
                waitForReady,
                context);
    }

    /** Launches so that what is made goes with the build. */
    <T> T launching(Cloud cloud, Supplier<T> launch) {
        return workspace.launching(cloud, login.connection(cloud), options.lease(), launch);
    }

    /** Asks why a launch of that plan has failed, if it does. */
    FailureInquiry inquiry(Cloud cloud, Plan plan) {
        return new FailureInquiry(() -> asking(cloud), plan);
    }

    /** Nova, asked for what only helps to tell. */
    static ComputeClient asking(Cloud cloud) {
        return atMost(cloud, INQUIRY).compute();
    }

    /** Each question asked once: who waits looks again, and what only helps to tell keeps nobody. */
    private static Cloud atMost(Cloud cloud, Duration time) {
        return cloud.with(
                Patience.until(cloud.clock().now().plus(time), cloud.clock()).once());
    }
}
