package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.output.CloudActions;
import io.github.openstackmaven.output.FailureInquiry;
import io.github.openstackmaven.output.FailureReport;
import io.github.openstackmaven.output.GitHubJob;
import io.github.openstackmaven.output.LaunchOutputs;
import io.github.openstackmaven.output.LaunchSummary;
import io.github.openstackmaven.output.LaunchedServer;
import io.github.openstackmaven.output.ServerVariables;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.session.ServerLogs;
import io.github.openstackmaven.session.SshLogins;
import io.github.openstackmaven.session.Telling;
import io.github.openstackmaven.session.Workspace;
import io.github.openstackmaven.ssh.SshTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;

/**
 * What a launch tells, and leaves to the rest of the build.
 *
 * @param properties Maven's, for later plugins
 */
record LaunchReport(Workspace workspace, Properties properties) {
    // What Nova did to the others is of no interest to anybody, and costs two requests each.
    private static final Duration SLOW = Duration.ofMinutes(1);
    private static final int SLOWEST = 3;

    /** Remembers which of a server's files are fetched when the build fails. */
    void fetchOnFailure(Launched server) {
        List<String> files = server.plan().spec().logs();
        if (files.isEmpty()) return;
        LaunchedServer known = LaunchedServer.of(server);
        SshTarget target = SshLogins.ofLaunch(workspace.folder()).of(known);
        workspace.fetchOnFailure(new ServerLogs(known.id(), target, files));
    }

    /** Leaves the servers' addresses in properties and files. */
    void publish(LaunchOutputs launched, Keep kept) {
        LaunchOutputs outputs = workspace.published().with(launched);
        properties.putAll(outputs.properties());
        outputs.summary().forEach(log()::info);
        log().info("Written to " + written(kept));
        warnOfLeftOut(new ServerVariables(outputs.servers()), "servers.env");
        new Telling(log()).run(() -> workspace.build().showServers(this::publishToJob));
    }

    /** Leaves how to reach servers that stay although their launch has failed. */
    void publishKept(LaunchOutputs kept) {
        if (kept.servers().isEmpty()) return;
        workspace.published().with(kept);
        log().info("How to reach what is kept: " + workspace.published().write(workspace.folder()));
    }

    // Its step has the servers of all modules.
    private void publishToJob(List<LaunchedServer> servers) {
        GitHubJob job = workspace.gitHub();
        if (job.outputs().isEmpty()) return;
        ServerVariables variables = new ServerVariables(servers);
        job.publish(variables);
        warnOfLeftOut(variables, "the outputs of the GitHub step");
    }

    private void warnOfLeftOut(ServerVariables variables, String place) {
        List<String> names = variables.leftOut();
        if (names.isEmpty()) return;
        log().warn("Left out of " + place + ", since two servers would share it or it is no plain line: "
                + String.join(", ", names));
    }

    /** Begins the summary for the page of a CI job, where one is wanted. */
    Optional<LaunchSummary> summary(Plan plan) {
        return workspace
                .gitHub()
                .summary()
                .map(file -> new LaunchSummary("openstack:launch of " + workspace.module(), plan));
    }

    // Other goals and programs need them; the servers are on record all the same.
    private Path written(Keep kept) {
        try {
            return workspace.published().write(workspace.folder());
        } catch (OpenStackException e) {
            if (kept == Keep.NEVER) throw e;
            throw new OpenStackException(
                    e.getMessage(), e.advice() + " The servers are launched, and stay until openstack:delete.", e);
        }
    }

    /** Takes away what earlier failures left, and puts into the timeline what Nova did where that took long. */
    void record(List<Launched> launched, Supplier<ComputeClient> compute) {
        Telling telling = new Telling(log());
        List<String> slow = workspace.recorder().timeline().built(SLOW, SLOWEST);
        launched.stream().map(Launched::server).forEach(server -> {
            telling.run(() -> FailureReport.remove(workspace.folder(), server.name()));
            if (slow.contains(server.name())) telling.run(() -> record(server, compute.get()));
        });
    }

    private void record(Server server, ComputeClient compute) {
        workspace.recorder().actions(server.name(), new CloudActions(compute).of(server.id()));
    }

    /** Writes down and tells what is known of a failure. */
    void tell(FailureInquiry inquiry) {
        inquiry.write(workspace.folder(), workspace.redaction(), this::warn).forEach(this::tell);
    }

    private void tell(FailureReport report) {
        workspace.recorder().actions(report.name(), report.actions());
        if (!report.console().isEmpty()) {
            log().error("The last lines of the console of " + report.name() + ":");
            report.console().forEach(line -> log().error("  " + line));
        }
        Path more = report.folder(workspace.folder());
        if (Files.isDirectory(more)) log().error("More of " + report.name() + " is in " + more);
    }

    private void warn(OpenStackException e) {
        e.report().lines().forEach(log()::warn);
    }

    private Log log() {
        return workspace.moduleLog();
    }
}
