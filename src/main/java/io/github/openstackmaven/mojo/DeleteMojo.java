package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.ledger.DoomedServers;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.ledger.Teardown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Deletes the servers that the launches of this project made, in this run of Maven or in an earlier one, and waits until
 * they are gone; or the server of {@code -Dopenstack.name} or {@code -Dopenstack.id}. It touches no server without this
 * plugin's marks.
 */
@Mojo(name = "delete", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class DeleteMojo extends CloudMojo {

    /** The server of this id instead of what was launched. */
    @Parameter(property = "openstack.id")
    private String id;

    /** Deletes the named server even when it has no marks of this plugin. */
    @Parameter(property = "openstack.force", defaultValue = "false")
    private boolean force;

    /** How long the servers may take until they are gone. */
    @Parameter(property = "openstack.deleteTimeout", defaultValue = "5m")
    private String deleteTimeout;

    /**
     * Whether the build fails when a server could not be deleted. By default it does where a server is named, and else it
     * is told and the build goes on.
     */
    @Parameter(property = "openstack.failOnError", defaultValue = "false")
    private boolean failOnError;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    void run() {
        Duration patience = DurationText.parse(
                "deleteTimeout",
                commandLine().text("deleteTimeout", deleteTimeout).orElse("5m"));
        try {
            delete(patience);
        } catch (OpenStackException e) {
            if (commandLine().flag("failOnError", failOnError || named())) throw e;
            e.report().lines().forEach(getLog()::error);
            ledger().entries()
                    .forEach(entry -> getLog().error("On record: " + entry.name() + ", "
                            + entry.id()
                                    .map(id -> "openstack server delete " + id)
                                    .orElse("its id is not known")));
        }
    }

    private void delete(Duration patience) {
        boolean called = called();
        boolean any = named();
        // Bound to a phase, a build deletes its own; whoever calls the goal means all that is left.
        Predicate<LedgerEntry> wanted = entry -> called || entry.build().equals(build().id());
        if (!any && ledger().entries().stream().noneMatch(wanted)) {
            getLog().info("Nothing to delete: no launch of this project is on record");
            return;
        }
        Cloud cloud = logIn(settings());
        DoomedServers doomed =
                new DoomedServers(cloud.compute(), Time.system(), commandLine().flag("force", force), getLog()::warn);
        List<Server> servers = any
                ? doomed.named(commandLine().text("name", null), commandLine().text("id", id))
                : doomed.of(ledger(), place(cloud), wanted);
        if (servers.isEmpty()) getLog().info("Nothing left to delete here");
        Teardown teardown = new Teardown(cloud.compute(), Time.system(), PollSchedule.standard(), this::gone);
        List<Teardown.Remaining> remaining = teardown.delete(servers, patience);
        if (remaining.isEmpty()) return;
        throw new OpenStackException(
                "Not deleted: "
                        + String.join(
                                "; ", remaining.stream().map(DeleteMojo::line).toList()),
                "Run the goal again, or: openstack server delete "
                        + String.join(
                                " ",
                                remaining.stream().map(one -> one.server().id()).toList()));
    }

    private boolean called() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    // Bound to a phase, the properties are those of launch.
    private boolean named() {
        return called()
                && (commandLine().text("name", null).isPresent()
                        || commandLine().text("id", id).isPresent());
    }

    private void gone(Server server) {
        getLog().info(server.name() + ": gone, id " + server.id());
        Optional.ofNullable(server.metadata().get(Marks.LAUNCH)).ifPresent(ledger()::strike);
    }

    private static String line(Teardown.Remaining remaining) {
        return remaining.server().name() + " (" + remaining.server().id() + "): " + remaining.reason();
    }
}
