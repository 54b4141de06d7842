package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.output.ConsoleFollower;
import io.github.openstackmaven.output.ConsoleTail;
import io.github.openstackmaven.output.ServerFolder;
import io.github.openstackmaven.output.ServersFile;
import io.github.openstackmaven.pom.ElementText;
import io.github.openstackmaven.session.SessionTerminal;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Prints the console log of the servers that were launched here, or of the server of {@code -Dopenstack.name} (of a
 * {@code <count>}: all of that name) or {@code -Dopenstack.id}, and saves it as {@code NAME/console.log}.
 *
 * @since 1.0.0
 */
@Mojo(name = "console", requiresProject = false, threadSafe = true)
public final class ConsoleMojo extends CloudMojo {
    private static final int ALL = -1;

    /**
     * The server of this id.
     *
     * <p>Default: those that were launched here.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.id")
    private @Nullable String id;

    /**
     * Goes on printing what is new until it is interrupted (Ctrl-C) or the server is gone.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.follow", defaultValue = "false")
    private boolean follow;

    /**
     * How many of the last lines to print.
     *
     * <p>Default: all.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.lines")
    private @Nullable String lines;

    @Override
    void run() {
        commandLine().demandNotBlank("name", "id");
        Optional<Integer> last =
                commandLine().text("lines", lines).map(text -> new ElementText("<lines>", text).amount(0, "lines"));
        Cloud cloud = cloud();
        List<Server> servers = servers(cloud);
        boolean following = commandLine().flag("follow", follow);
        if (following && servers.size() > 1) {
            throw new OpenStackException(
                    servers.size() + " servers are meant, and one can be followed", "Say which with -Dopenstack.name.");
        }
        servers.forEach(server -> print(cloud, server, last, following));
    }

    private void print(Cloud cloud, Server server, Optional<Integer> last, boolean following) {
        String console = cloud.compute().consoleLog(server.id(), ALL);
        String told = redaction().told(console);
        getLog().info("Console of " + server.name() + " (" + server.id() + "):");
        PrintStream out = SessionTerminal.programs(session());
        out.println(last.map(count -> String.join("\n", ConsoleTail.last(told, count)))
                .orElse(told)); // line by line, to be searched or redirected
        telling()
                .run(() -> getLog().info("Written to "
                        + ServerFolder.of(outputDirectory(), server.name())
                                .writeConsole(redaction().masked(console))));
        if (following) {
            new ConsoleFollower(() -> now(cloud, server), told, Time.system(), out::print).follow();
        }
    }

    private Optional<String> now(Cloud cloud, Server server) {
        return cloud.compute()
                .server(server.id())
                .map(there -> redaction().told(cloud.compute().consoleLog(there.id(), ALL)));
    }

    private List<Server> servers(Cloud cloud) {
        Optional<String> wantedId = commandLine().text("id", id);
        // in a POM it is the launch's
        Optional<String> wantedName = commandLine().text("name");
        List<Server> found = wantedId.isPresent()
                ? cloud.compute().server(wantedId.get()).stream().toList()
                : wantedName.isPresent() ? cloud.compute().meant(wantedName.get()) : launchedHere(cloud);
        if (!found.isEmpty()) return found;
        throw new OpenStackException(
                wantedId.or(() -> wantedName)
                        .map(wanted -> "No server '" + wanted + "' in this project")
                        .orElse("No server was launched here that is still there"),
                "mvn openstack:list lists those of this plugin; say which with -Dopenstack.name or -Dopenstack.id.");
    }

    private List<Server> launchedHere(Cloud cloud) {
        return ServersFile.read(outputDirectory()).servers().stream()
                .flatMap(server -> cloud.compute().server(server.id()).stream())
                .toList();
    }
}
