package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.output.ServersFile;
import io.github.openstackmaven.session.FailedTests;
import io.github.openstackmaven.teardown.DeletionScope;
import io.github.openstackmaven.teardown.LastLook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what the launches of this project made and waits until it is gone: servers, floating IPs, ports, volumes,
 * keypairs and groups. It touches nothing without this plugin's marks.
 *
 * <p>Bound to a phase it deletes what this module launched in this build with {@code keep=never}. What was launched with
 * {@code keep=always} stays. With {@code keep=onFailure} it waits for the end of the build, since nobody knows before
 * whether it fails. When it is known to have failed, by what Failsafe has written down say, each server's console log is
 * saved first as {@code NAME/console.log}, and the files that {@code logs} names.
 *
 * <p>Called directly it deletes all that is left of this project's launches, of earlier runs of Maven and after
 * {@code mvn clean} too. With {@code -Dopenstack.name}, {@code -Dopenstack.servers} or {@code -Dopenstack.id} it is what is
 * named, with its floating IPs, ports and volumes; the name of a {@code <count>} or of a {@code <group>} means all servers
 * of it.
 *
 * @since 1.0.0
 */
@Mojo(name = "delete", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class DeleteMojo extends CloudMojo {
    private static final String PATIENCE = "5m";

    /**
     * The server of this id instead of what was launched.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.id")
    private @Nullable String id;

    /**
     * Deletes the images that {@code prepare} has left of this project, and nothing else. Servers that were made of them run on.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.prepared", defaultValue = "false")
    private boolean prepared;

    /**
     * Deletes what is named or on record even when it has no marks of this plugin.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.force", defaultValue = "false")
    private boolean force;

    /**
     * How long all may take until it is gone. A time: {@code 90} or {@code 90s}, {@code 10m}, {@code 2h}, or ISO-8601.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.deleteTimeout", defaultValue = PATIENCE)
    private String deleteTimeout;

    /**
     * Whether the build fails when something could not be deleted; else it is told and the build goes on.
     *
     * <p>Default: {@code true} where a server is named, else {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.failOnError")
    private @Nullable Boolean failOnError;

    // What was launched all the same is deleted all the same.
    @Override
    boolean isForTests() {
        try {
            return !ofPrepared() && scope().isEmpty(workspace().ledger());
        } catch (OpenStackException e) {
            return false; // a broken record: running tells of it
        }
    }

    @Override
    Optional<String> deletedUnlessTold() {
        return Optional.of("all that was launched");
    }

    @Override
    void run() {
        if (isDirect()) commandLine().demandNotBlank("name", "servers", "id");
        if (isAlone()) commandLine().demandOnly("servers", "on", "group");
        if (ofPrepared()) deletePrepared();
        else deleteLaunched();
    }

    private boolean ofPrepared() {
        return commandLine().flag("prepared", prepared);
    }

    private void deletePrepared() {
        PreparedDeletion.of(workspace(), cloud(), patience()).run();
    }

    private void deleteLaunched() {
        DeletionScope scope = scope();
        DeletionRun deletion =
                new DeletionRun(workspace(), scope, commandLine().flag("force", force), patience(), lastLook());
        try {
            deletion.run(this::cloud);
        } catch (OpenStackException e) {
            if (commandLine().decision("failOnError", failOnError).orElse(scope.isNamed())) throw e;
            e.report().lines().forEach(getLog()::error);
            deletion.tellWhatRemains();
        }
        if (isDirect() && !scope.isNamed()) telling().run(this::tellOfOtherModules);
    }

    // Of a reactor Maven calls it for the root alone.
    private void tellOfOtherModules() {
        session().getProjects().stream()
                .filter(module -> !module.equals(project()))
                .map(CloudMojo::usualDirectory)
                .filter(folder -> !folder.equals(workspace().folder()))
                .distinct()
                .flatMap(folder -> workspace().ledgerIn(folder).entries().stream())
                .filter(entry -> entry.kind() == ResourceType.SERVER)
                .forEach(entry -> getLog().warn("Another module's, and not deleted: " + entry + ". "
                        + entry.deleteCommand() + " deletes it"));
    }

    private DeletionScope scope() {
        return new DeletionScope(
                workspace().build().id(),
                workspace().module(),
                isDirect(),
                isDirect() ? named() : List.of(),
                commandLine().text("id", id));
    }

    private List<String> named() {
        return Stream.concat(
                        commandLine().text("name").stream(),
                        ServersFile.names(workspace().folder(), commandLine().list("servers", null)).stream())
                .distinct()
                .toList();
    }

    // A successful build is asked nothing.
    private LastLook lastLook() {
        return new FailedTests(session(), project()).any() ? workspace().keepsakes(getLog()::info) : LastLook.none();
    }

    private Duration patience() {
        return commandLine().time("deleteTimeout", deleteTimeout, PATIENCE);
    }
}
