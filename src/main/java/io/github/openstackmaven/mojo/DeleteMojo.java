package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.ledger.DoomedServers;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.ledger.Teardown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    @Parameter(property = "openstack.timeout", defaultValue = "5m")
    private String timeout;

    /** Whether the build fails when a server could not be deleted; by default it is told and the build goes on. */
    @Parameter(property = "openstack.failOnError", defaultValue = "false")
    private boolean failOnError;

    @Override
    void run() {
        Duration patience = DurationText.parse(
                "timeout", commandLine().text("timeout", timeout).orElse("5m"));
        try {
            delete(patience);
        } catch (OpenStackException e) {
            if (commandLine().flag("failOnError", failOnError)) throw e;
            e.report().lines().forEach(getLog()::error);
        }
    }

    private void delete(Duration patience) {
        // On the command line alone: in the POM <name> is the server's that launch makes.
        Optional<String> named = commandLine().text("name", null);
        Optional<String> identified = commandLine().text("id", id);
        boolean any = named.isPresent() || identified.isPresent();
        if (!any && ledger().entries().isEmpty()) {
            getLog().info("Nothing to delete: no launch of this project is on record");
            return;
        }
        Cloud cloud = logIn(settings());
        DoomedServers doomed = new DoomedServers(cloud.compute(), commandLine().flag("force", force));
        List<Server> servers = any
                ? doomed.named(named, identified)
                : doomed.of(ledger(), cloud.place(), cloud.projectId().orElse(""), getLog()::warn);
        Teardown teardown = new Teardown(cloud.compute(), Time.system(), PollSchedule.standard(), this::gone);
        List<Teardown.Remaining> remaining = teardown.delete(servers, patience);
        if (remaining.isEmpty()) return;
        throw new OpenStackException(
                "Not deleted: " + remaining.stream().map(DeleteMojo::line).toList(),
                "Run the goal again, or: openstack server delete "
                        + String.join(
                                " ",
                                remaining.stream().map(one -> one.server().id()).toList()));
    }

    private void gone(Server server) {
        getLog().info(server.name() + ": gone, id " + server.id());
        Optional.ofNullable(server.metadata().get(Marks.LAUNCH)).ifPresent(ledger()::strike);
    }

    private static String line(Teardown.Remaining remaining) {
        return remaining.server().name() + " (" + remaining.server().id() + "): " + remaining.reason();
    }
}
