package io.github.openstackmaven.chaos;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.launch.Bookkeeping;
import io.github.openstackmaven.launch.ExistingServers;
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.launch.LaunchContext;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.launch.Markings;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.output.KeyFolder;
import io.github.openstackmaven.plan.PlannedRequest;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.simulator.FaultPlan;
import io.github.openstackmaven.simulator.Inventory;
import io.github.openstackmaven.simulator.Options;
import io.github.openstackmaven.simulator.Recorded;
import io.github.openstackmaven.simulator.Simulator;
import io.github.openstackmaven.teardown.DeletionCandidates;
import io.github.openstackmaven.teardown.LaunchSite;
import io.github.openstackmaven.teardown.ProjectDeletion;
import io.github.openstackmaven.teardown.ReapReport;
import io.github.openstackmaven.teardown.ReapRequest;
import io.github.openstackmaven.teardown.Reaper;
import io.github.openstackmaven.teardown.RehearsedEnd;
import io.github.openstackmaven.teardown.Teardown;
import io.github.openstackmaven.teardown.TeardownLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A build on a simulator of its own, from login to end, by a stepped clock and on one thread. */
final class Rehearsal implements AutoCloseable {
    static final Duration TIMEOUT = Duration.ofMinutes(10);
    static final Duration END = Duration.ofSeconds(60);
    private static final String PROJECT = "g:a";
    private static final Duration DELETE_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration AFTER_THE_LEASE = Duration.ofMinutes(45);

    final Clock clock = new Clock();
    final Simulator simulator = Simulator.start(
            0,
            Options.builder()
                    .clock(clock::now)
                    .pause(clock::pass)
                    .buildTime(Duration.ofSeconds(6))
                    .flavor("d1.tiny", 64, 1)
                    .build());
    final Wire wire;
    final List<String> told = new ArrayList<>();
    private final String build;
    private final Path folder;
    private final Inventory before = Inventory.of(simulator);
    private final List<ServerSpec> specs;
    private final Transport calm;
    private final Ledger ledger;
    private Optional<Cloud> cloud = Optional.empty();

    Rehearsal(Transports transports, Path folder, String build, List<ServerSpec> specs, FaultPlan plan) {
        this.calm = transports.patient();
        this.wire = new Wire(plan.equals(FaultPlan.none()) ? transports.patient() : transports.impatient(), clock);
        this.folder = folder;
        this.ledger = new Ledger(folder.resolve("ledger.json"));
        this.build = build;
        this.specs = specs;
        clock.tells(simulator::settle);
        simulator.disturb(plan);
    }

    /** What {@code check} would print of the creates of a launch. */
    List<PlannedRequest> planned() {
        Cloud open = Cloud.login(config(), calm, clock);
        Markings markings =
                new Markings(marks(), Launching.within(TIMEOUT), clock.now().plus(TIMEOUT), open.projectId());
        return new Planner(open, Runnable::run).plan(specs).recipe().foreseen(markings.of(markings.next()));
    }

    /** What is on record. */
    List<LedgerEntry> onRecord() {
        return ledger.entries();
    }

    private Marks marks() {
        return new Marks(build, PROJECT, folder.toString(), "here", Optional.empty());
    }

    /**
     * From login to ready.
     *
     * @return how long it took
     * @throws OpenStackException why it did not come to that
     */
    Duration launch() {
        Instant start = clock.now();
        Cloud open = Cloud.login(config(), wire, clock);
        cloud = Optional.of(open);
        LaunchOptions options = Launching.within(TIMEOUT);
        LaunchContext context =
                new LaunchContext(open.clock(), SteppedTime.schedule(), this::told, Runnable::run, () -> false);
        new Launch(
                        open,
                        new Bookkeeping(
                                new CloudResources(open),
                                ledger.of(build, PROJECT, place(), options.lifetime(), clock),
                                marks()),
                        options,
                        new KeyFolder(folder, ledger),
                        Launching.active(),
                        context)
                .launch(new Planner(open, Runnable::run).plan(specs), ExistingServers.ignored());
        return Duration.between(start, clock.now());
    }

    /** As the goal {@code delete} does it. */
    void delete() {
        try {
            CloudResources resources = new CloudResources(
                    cloud.orElseThrow().with(Patience.until(clock.now().plus(DELETE_TIMEOUT), clock)));
            DeletionCandidates candidates = new DeletionCandidates(resources, clock, false, Runnable::run, told::add);
            Teardown teardown = new Teardown(
                    resources,
                    clock,
                    SteppedTime.schedule(),
                    Runnable::run,
                    new TeardownLog(ledger, told::add, told::add));
            new ProjectDeletion(candidates, teardown, clock)
                    .ofRecord(ledger, place(), entry -> true, DELETE_TIMEOUT)
                    .remaining()
                    .forEach(one -> told.add("Not deleted: " + one + " " + one.command()));
        } catch (OpenStackException e) {
            told.add(e.report());
        }
    }

    /** As the end of the build does it. */
    void end(boolean succeeded) {
        LaunchSite site = new LaunchSite(
                LaunchSite.LedgerState.of(folder.resolve("ledger.json"), ledger),
                place(),
                settings(),
                System.getenv(),
                Connection.standard(),
                Duration.ZERO,
                () -> cloud.flatMap(one -> one.session().current()).map(Secret::reveal));
        new RehearsedEnd(site, wire, clock).of(build, succeeded, END, told::add);
    }

    /** Lets the cloud come to the end of what it is at: a volume lingers after its DELETE, and answers may say it is gone. */
    void rest() {
        clock.pass(Duration.ofSeconds(30));
    }

    /** As {@code reap} does it, once the lease is over and all is well again. */
    ReapReport reap() {
        simulator.disturb(FaultPlan.none());
        clock.pass(AFTER_THE_LEASE);
        return new Reaper(
                        new CloudResources(Cloud.login(config(), calm, clock)),
                        clock,
                        SteppedTime.schedule(),
                        Runnable::run)
                .reap(new ReapRequest(Duration.ZERO, Optional.empty(), 100, false, Duration.ofMinutes(3)));
    }

    /** What the build has made and is still there. */
    Set<Inventory.Thing> left() {
        return Inventory.of(simulator).since(before);
    }

    /** By what a user can tell that a line is about a thing: its id, or on record the mark of what has none there. */
    List<String> marks(Inventory.Thing thing) {
        List<String> marks = new ArrayList<>(List.of(thing.id()));
        inventory().launch(thing).ifPresent(marks::add);
        return marks;
    }

    Inventory inventory() {
        return Inventory.of(simulator);
    }

    /** The requests that went wrong. */
    List<String> disturbed() {
        return simulator.requests().stream()
                .filter(one -> one.fault().isPresent())
                .map(Rehearsal::line)
                .toList();
    }

    /** How much time has passed. */
    Duration elapsed() {
        return Duration.between(SteppedTime.START, clock.now());
    }

    int requests() {
        return simulator.requests().size();
    }

    @Override
    public void close() {
        simulator.close();
    }

    private static String line(Recorded one) {
        String fault = String.valueOf(one.fault().orElseThrow());
        return one.method() + " " + one.path() + " -> " + one.status() + ": "
                + fault.substring(0, Math.min(fault.length(), 120));
    }

    private void told(LaunchEvent event) {
        told.add(event.toString());
    }

    private LedgerEntry.Place place() {
        return new LedgerEntry.Place(simulator.authUrl().toString(), "", "demo");
    }

    private CloudConfig config() {
        return new CloudSettings(settings(), Environment.of(System.getenv())).toCloudConfig();
    }

    private Settings settings() {
        return Settings.of(
                Map.of(
                        "auth.auth_url", simulator.authUrl().toString(),
                        "auth.username", "demo",
                        "auth.password", "passw0rd",
                        "auth.project_name", "demo",
                        "auth.user_domain_id", "default",
                        "auth.project_domain_id", "default"),
                new Source.Explicit("the test"));
    }
}
