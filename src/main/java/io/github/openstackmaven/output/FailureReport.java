package io.github.openstackmaven.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.Quota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Why a server was not launched, for whoever looks into it: {@code NAME/failure.json} and {@code NAME/console.log}.
 *
 * @param cause in the user's terms
 * @param advice what to do about it
 * @param zone the server's; the first that was asked for where it got none
 * @param console the last 50 lines
 */
public record FailureReport(
        String name,
        String cause,
        String advice,
        Optional<String> id,
        Optional<String> status,
        Optional<Server.Fault> fault,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> console,
        List<InstanceAction> actions,
        FlavorSize flavor,
        Optional<String> zone,
        Optional<LaunchedServer.Named> image,
        Quota quota) {
    private static final int LAST_LINES = 50;

    public FailureReport {
        console = List.copyOf(console);
        actions = List.copyOf(actions);
    }

    /** The flavor, and what it has. */
    public record FlavorSize(String id, String name, String size) {}

    /**
     * What is known of the failure.
     *
     * @param server as it was last seen; empty when there was none
     * @param console all of its text; empty when there is none
     */
    public record Evidence(
            PlannedServer plan, Optional<Server> server, String console, List<InstanceAction> actions, Quota quota) {}

    /** What a failure comes to. */
    public static FailureReport of(OpenStackException failure, Evidence evidence) {
        PlannedServer plan = evidence.plan();
        Optional<Server> server = evidence.server();
        return new FailureReport(
                plan.name(),
                failure.getMessage(),
                failure.advice(),
                server.map(Server::id),
                server.map(Server::status),
                server.flatMap(Server::fault),
                ConsoleTail.last(evidence.console(), LAST_LINES),
                evidence.actions(),
                new FlavorSize(
                        plan.flavor().id(), plan.flavor().name(), plan.flavor().size()),
                server.flatMap(Server::availabilityZone)
                        .filter(zone -> !zone.isEmpty())
                        .or(() -> plan.zones().get(0)),
                plan.boot().image().map(LaunchedServer.Named::of),
                evidence.quota());
    }

    /** Writes the report, and the console where there is one; returns the folder. */
    public Path write(Path outputDirectory, String wholeConsole, Redaction redaction) {
        ServerFolder folder = ServerFolder.of(outputDirectory, name);
        new OutputFile(folder.failure()).write(Json.writePretty(this, redaction::told));
        if (!wholeConsole.isEmpty()) folder.writeConsole(redaction.masked(wholeConsole));
        return folder.path();
    }

    /**
     * Removes what earlier failures left of a server of that name: it is launched now.
     *
     * @throws OpenStackException when it can't be removed
     */
    public static void remove(Path outputDirectory, String name) {
        ServerFolder folder = ServerFolder.of(outputDirectory, name);
        try {
            boolean failure = Files.deleteIfExists(folder.failure());
            boolean console = Files.deleteIfExists(folder.console());
            if (!failure && !console) return;
            try (var others = Files.list(folder.path())) {
                if (others.findAny().isEmpty()) Files.delete(folder.path());
            }
        } catch (IOException e) {
            throw FileProblem.cannot(
                    "remove the report of an earlier failure in", folder.path(), e, "Delete the folder by hand.");
        }
    }

    /** Where it is, below a launch's output directory. */
    public Path folder(Path outputDirectory) {
        return ServerFolder.of(outputDirectory, name).path();
    }
}
