package io.github.openstackmaven.session;

import io.github.openstackmaven.Reach;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.guest.RemoteGuests;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Lifetime;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.output.BuildOutputs;
import io.github.openstackmaven.output.GitHubJob;
import io.github.openstackmaven.output.TimelineRecorder;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.ssh.MinaSsh;
import io.github.openstackmaven.teardown.Heartbeat;
import io.github.openstackmaven.teardown.LastLook;
import io.github.openstackmaven.teardown.LaunchSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;

/**
 * What a build keeps of one of its modules.
 *
 * @param module its groupId:artifactId
 * @param hasPom whether there is a project at all
 * @param folder where files go
 * @param simulated whether the cloud ends with the build
 */
public record Workspace(
        BuildSession build,
        String module,
        boolean hasPom,
        Path folder,
        boolean simulated,
        Log log,
        Redaction redaction) {

    /** The log, where several modules are built side by side with this one's name in front: their lines are mixed there. */
    public Log moduleLog() {
        return build.isSideBySide()
                ? new RedactedLog(log, redaction, "[" + module.replaceFirst(".*:", "") + "] ")
                : log;
    }

    /** What this build does with its files in this folder. */
    public TimelineRecorder recorder() {
        return build.recorder(folder);
    }

    /** What this build's launches have left in this folder. */
    public BuildOutputs published() {
        return build.published(folder);
    }

    /** The job of GitHub Actions that the build is a part of. */
    public GitHubJob gitHub() {
        return GitHubJob.of(build.environment(), redaction);
    }

    /** Runs look-ups and waits side by side. */
    public ExecutorService executor() {
        return build.executor();
    }

    /** What the launches of this project made and is not yet gone. */
    public Ledger ledger() {
        return build.ledger(ledgerFile(), log::warn);
    }

    /** What the launches of another module made and is not yet gone. */
    public Ledger ledgerIn(Path otherFolder) {
        return build.ledger(ledgerFile(otherFolder), log::warn);
    }

    /** Where a launch of this module writes down what it makes. */
    public Journal journal(Cloud cloud, Lifetime lifetime) {
        // Nothing can be kept of a simulator that ends with the build, for a look at it or else.
        boolean unkept = simulated && lifetime.keep() == Keep.ON_FAILURE;
        Lifetime possible = unkept ? new Lifetime(Keep.NEVER, lifetime.lease(), lifetime.ttl()) : lifetime;
        return ledger().of(build.id(), module, place(cloud), possible, cloud.clock());
    }

    /** What marks the things that this module makes. */
    public Marks marks() {
        return hasPom
                ? Marks.of(build.id(), module, folder, build.environment())
                : Marks.withoutProject(build.id(), folder, build.environment());
    }

    /** The mark {@code maven:ledger} of what is launched from this folder, whose ledger may have gone with mvn clean. */
    public String ledgerMark() {
        return Marks.of(build.id(), "", folder, build.environment()).ledger();
    }

    /** Where a ledger has the servers of this login. */
    public LedgerEntry.Place place(Cloud cloud) {
        return new LedgerEntry.Place(
                cloud.place(),
                cloud.endpoints().region().orElse(""),
                cloud.projectId().orElse(""),
                cloud.userId().orElse(""));
    }

    /**
     * Launches something that goes with this build.
     *
     * @param connection what there is between here and the cloud
     * @param lease how long it lives on when this build is killed
     */
    public <T> T launching(Cloud cloud, Connection connection, Duration lease, Supplier<T> launch) {
        Ledger ledger = ledger();
        LaunchSite site = new LaunchSite(
                LaunchSite.LedgerState.of(ledgerFile(), ledger),
                place(cloud),
                cloud.config().settings(),
                build.environment(),
                connection,
                cloud.ahead(),
                () -> cloud.session().current().map(Secret::reveal));
        Heartbeat heartbeat = new Heartbeat(
                ledger, build.id(), place(cloud), new CloudResources(cloud), cloud.clock(), lease, log::debug);
        return build.end().during(site, ledger, heartbeat, log::info, launch);
    }

    /** How the servers are reached that were launched here: simulated ones are where their simulator has them. */
    public Reach reach() {
        return GuestsFile.in(folder).reach();
    }

    /** Keeps how the servers of this cloud are reached. */
    public void keepReach(Cloud cloud) {
        GuestsFile.in(folder)
                .write(cloud.session()
                        .login()
                        .catalog()
                        .listed(RemoteGuests.SERVICE_TYPE)
                        .filter(RemoteGuests::areAt));
    }

    /** Fetches these when the build fails, before their server goes. */
    public void fetchOnFailure(ServerLogs logs) {
        build.end().fetch(logs);
    }

    /**
     * Saves what servers of this folder show, before they go in a build that failed.
     *
     * @param out is told what was saved, and what could not be
     */
    public LastLook keepsakes(Consumer<String> out) {
        return new Keepsakes(folder, build.end().logs(), new MinaSsh(reach()), redaction, out);
    }

    /** Whether the end of this build has begun, which deletes what is on record. */
    public boolean ends() {
        return build.end().hasBegun();
    }

    private Path ledgerFile() {
        return ledgerFile(folder);
    }

    private Path ledgerFile(Path in) {
        return in.resolve(simulated ? build.simulatorsLedger() : "ledger.json")
                .toAbsolutePath()
                .normalize();
    }
}
