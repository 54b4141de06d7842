package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import io.github.openstackmaven.teardown.DeletionCandidates;
import io.github.openstackmaven.teardown.NotDeleted;
import io.github.openstackmaven.teardown.ProjectDeletion;
import io.github.openstackmaven.teardown.Teardown;
import io.github.openstackmaven.teardown.TeardownEvent;
import io.github.openstackmaven.teardown.TeardownLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Deletes what the launches of this project made and waits until it is gone: servers, floating IPs, ports, volumes,
 * keypairs and groups. It touches nothing without this plugin's marks.
 *
 * <p>Bound to a phase it deletes what this module launched in this build with {@code keep=never}. What was launched with
 * {@code keep=always} stays, and with {@code keep=onFailure} it waits for the end of the build, since nobody knows before
 * whether it fails. Called directly it deletes all that is left of this project's launches, of earlier runs of Maven and
 * after {@code mvn clean} too; or, of {@code -Dopenstack.name} or {@code -Dopenstack.id}, one server with its floating IPs,
 * ports and volumes.
 */
@Mojo(name = "delete", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class DeleteMojo extends CloudMojo {

    /** The server of this id instead of what was launched. */
    @Parameter(property = "openstack.id")
    private String id;

    /** Deletes what is named or on record even when it has no marks of this plugin. */
    @Parameter(property = "openstack.force", defaultValue = "false")
    private boolean force;

    /** How long all may take until it is gone. */
    @Parameter(property = "openstack.deleteTimeout", defaultValue = "5m")
    private String deleteTimeout;

    /**
     * Whether the build fails when something could not be deleted. By default it does where a server is named, and else it
     * is told and the build goes on.
     */
    @Parameter(property = "openstack.failOnError", defaultValue = "false")
    private boolean failOnError;

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
            tellWhatRemains();
        }
    }

    private void tellWhatRemains() {
        try {
            ledger().entries().stream()
                    .filter(this::isMeant)
                    .forEach(entry -> getLog().error("On record: " + entry.name() + ", "
                            + entry.id()
                                    .map(known -> entry.kind().deleteCommand(known))
                                    .orElse("its id is not known")));
        } catch (OpenStackException e) {
            getLog().error(e.getMessage()); // a broken record turns no green build red
        }
    }

    private void delete(Duration patience) {
        tellWhatStays();
        if (!called() && ledger().entries().stream().noneMatch(this::isMeant)) {
            getLog().info("Nothing to delete: no launch of this module in this build is on record");
            return;
        }
        Cloud cloud = logIn(settings());
        ProjectDeletion.Result result = deleted(cloud, patience);
        if (!result.found()) getLog().info("Nothing to delete here: no launch of this project has left anything");
        if (result.found()) {
            telling(() -> recording().timeline().write(outputDirectory(), redaction()));
        }
        complain(result.remaining());
        result.unlisted().ifPresent(failure -> {
            throw failure;
        });
    }

    private ProjectDeletion.Result deleted(Cloud cloud, Duration patience) {
        Time time = Time.system();
        Resources resources =
                new CloudResources(cloud.with(Patience.until(time.now().plus(patience), time)));
        DeletionCandidates candidates = new DeletionCandidates(
                resources, time, commandLine().flag("force", force), build().executor(), getLog()::warn);
        Teardown teardown = teardown(resources);
        if (named()) {
            List<Resource> those = candidates.named(
                    commandLine().text("name", null), commandLine().text("id", id));
            return new ProjectDeletion.Result(true, teardown.delete(those, patience), Optional.empty());
        }
        ProjectDeletion deletion = new ProjectDeletion(candidates, teardown, time);
        if (!called()) return deletion.ofRecord(ledger(), place(cloud), this::isMeant, patience);
        // the ledger may have gone with mvn clean
        String folder =
                Marks.of(build().id(), "", outputDirectory(), System.getenv()).ledger();
        return deletion.ofFolder(ledger(), place(cloud), this::isMeant, folder, patience);
    }

    private Teardown teardown(Resources resources) {
        Consumer<TeardownEvent> recorded = telling(recording()::teardown);
        return new TeardownLog(ledger(), getLog()::info, getLog()::warn)
                .teardown(
                        resources,
                        Time.system(),
                        build().executor(),
                        recorded.andThen(telling(build().published(outputDirectory())::teardown)));
    }

    private void complain(List<NotDeleted> remaining) {
        if (remaining.isEmpty()) return;
        throw new OpenStackException(
                "Not deleted: " + remaining.stream().map(NotDeleted::toString).collect(Collectors.joining("; ")),
                "Run the goal again, or:" + System.lineSeparator()
                        + remaining.stream()
                                .map(NotDeleted::command)
                                .collect(Collectors.joining(System.lineSeparator())));
    }

    private void tellWhatStays() {
        if (called()) return;
        ledger().entries().stream()
                .filter(entry -> isOurs(entry) && !isMeant(entry))
                .forEach(entry -> getLog().info(entry
                        + (entry.keep() == Keep.ALWAYS
                                ? " stays: keep=always"
                                : " waits for the end of the build: keep=onFailure")));
    }

    private boolean isMeant(LedgerEntry entry) {
        return called() || (isOurs(entry) && entry.keep() == Keep.NEVER);
    }

    // Modules that share a folder test side by side.
    private boolean isOurs(LedgerEntry entry) {
        return entry.build().equals(build().id()) && entry.isLaunchedBy(module());
    }

    private boolean called() {
        return execution().getSource() == MojoExecution.Source.CLI;
    }

    // Bound to a phase, the properties are those of launch.
    private boolean named() {
        return called()
                && (commandLine().text("name", null).isPresent()
                        || commandLine().text("id", id).isPresent());
    }
}
