package io.github.openstackmaven.output;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.http.Exchange;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.output.Timeline.About;
import io.github.openstackmaven.output.Timeline.Outcome;
import io.github.openstackmaven.output.Timeline.Result;
import io.github.openstackmaven.output.Timeline.Stage;
import io.github.openstackmaven.output.Timeline.Trouble;
import io.github.openstackmaven.output.Timeline.Where;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerAddress;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.TeardownEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Writes down what a launch and the end of it do, on whatever thread. */
public final class TimelineRecorder {
    private static final Set<String> UNADDRESSED = Set.of("ACTIVE", "volume", "address");

    private final Time time;
    private final Instant start;
    private final Map<String, LaneRecorder> recorders = new LinkedHashMap<>();
    private final List<Stage> shared = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final Set<String> modules = new LinkedHashSet<>();
    private final Set<String> versions = new LinkedHashSet<>();
    private final Set<Where> clouds = new LinkedHashSet<>();
    private Optional<Result> result = Optional.empty();
    private boolean sharedIsOver;

    /** One that begins now. */
    public TimelineRecorder(Time time) {
        this.time = time;
        this.start = time.now();
    }

    /** Does the work, which is a stage of all servers that come to be after it: {@code token}, {@code look-ups}. */
    public <T> T during(String stage, Supplier<T> work) {
        Instant from = time.now();
        Outcome outcome = Outcome.FAILED;
        try {
            T result = work.get();
            outcome = Outcome.DONE;
            return result;
        } finally {
            share(new Stage(stage, from, time.now(), outcome));
        }
    }

    /**
     * A goal of a module is at work.
     *
     * @param version the plugin's
     */
    public synchronized void goal(String module, Optional<String> version) {
        modules.add(module);
        version.ifPresent(versions::add);
    }

    /** It is done there. */
    public synchronized void cloud(Where where) {
        clouds.add(where);
    }

    /** These are to be launched; on the page they stand in this order. */
    public synchronized void planned(List<PlannedServer> servers) {
        Instant now = time.now();
        for (PlannedServer server : servers) {
            lane(server.name(), now).planned(LaunchMessages.of(server), server.dependsOn(), server.references(), now);
        }
    }

    /** A server has its addresses. */
    public synchronized void addressed(Launched server) {
        lane(server.plan().name(), time.now())
                .addresses(ServerAddress.of(server.server()).stream()
                        .map(ServerAddress::address)
                        .toList());
    }

    /** The launch of these is over. */
    public synchronized void launched(List<PlannedServer> servers) {
        Instant now = time.now();
        servers.forEach(server -> lane(server.name(), now).launched(now));
    }

    /** A launch has come to its end, or a deletion. */
    public synchronized void succeeded() {
        if (result.isEmpty()) result = Optional.of(Result.SUCCESS);
    }

    /** A launch or a deletion has not, since this went wrong. */
    public synchronized void failed(RuntimeException failure) {
        result = Optional.of(Result.FAILED);
        String text = String.valueOf(failure.getMessage());
        if (troubles.stream().anyMatch(trouble -> trouble.text().equals(text)))
            return; // a server's, told with its name
        String advice = failure instanceof OpenStackException told ? told.advice() : "";
        troubles.add(new Trouble(time.now(), String.join(", ", modules), text, advice));
    }

    /** The same for work that has no result. */
    public void during(String stage, Runnable work) {
        during(stage, () -> {
            work.run();
            return true;
        });
    }

    /** A request was answered, or was not. */
    public synchronized void exchange(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** A launch got on. */
    public synchronized void event(LaunchEvent event) {
        Instant now = time.now();
        LaneRecorder lane = lane(event.name(), now);
        lane.step(now, LaunchMessages.of(event));
        event.match(new RecordedEvent(lane, now)).ifPresent(troubles::add);
        boolean ready = event instanceof LaunchEvent.Ready;
        if (ready || isOfReadiness(event)) {
            recorders.values().forEach(other -> other.reached(event.name(), ready, now));
        }
    }

    // Whoever is looked at from outside has its address.
    private static boolean isOfReadiness(LaunchEvent event) {
        return event instanceof LaunchEvent.Waiting waiting && !UNADDRESSED.contains(waiting.stage());
    }

    /** A teardown got on; of what is no server only trouble is told. */
    public synchronized void teardown(TeardownEvent event) {
        event.match(new RecordedTeardown(time.now()));
    }

    private final class RecordedTeardown implements TeardownEvent.Cases {
        private final Instant now;

        RecordedTeardown(Instant now) {
            this.now = now;
        }

        @Override
        public void accepted(TeardownEvent.Accepted event) {
            deleting(event.resource());
        }

        @Override
        public void waiting(TeardownEvent.Waiting event) {
            deleting(event.resource());
        }

        @Override
        public void deleted(TeardownEvent.Deleted event) {
            laneOf(event.resource()).ifPresent(lane -> {
                lane.state("deleted");
                lane.end(now);
            });
        }

        @Override
        public void refused(TeardownEvent.Refused event) {
            trouble(event.resource(), "could not be deleted yet: " + event.reason());
            deleting(event.resource());
        }

        @Override
        public void unmarked(TeardownEvent.Unmarked event) {
            trouble(event.resource(), "has lost the plugin's marks: it stays");
        }

        @Override
        public void lookUpFailed(TeardownEvent.LookUpFailed event) {
            trouble(event.entry(), "could not be looked for yet: " + event.reason());
        }

        @Override
        public void neverCreated(TeardownEvent.NeverCreated event) {}

        private void deleting(Resource resource) {
            laneOf(resource).ifPresent(lane -> lane.begin(LaneRecorder.DELETE, now));
        }

        private void trouble(Object thing, String text) {
            troubles.add(new Trouble(now, thing.toString(), text, ""));
        }

        private Optional<LaneRecorder> laneOf(Resource resource) {
            return Optional.of(resource)
                    .filter(one -> one.kind() == ResourceType.SERVER)
                    .map(server -> {
                        LaneRecorder lane = lane(server.name(), LaneRecorder.DELETE, now);
                        lane.known(server.id());
                        return lane;
                    });
        }
    }

    /** What the cloud says it did to a server. */
    public synchronized void actions(String server, List<InstanceAction> actions) {
        lane(server, time.now()).actions(actions);
    }

    /** What has happened so far. */
    public synchronized Timeline timeline() {
        Instant now = time.now();
        List<Timeline.Lane> lanes = recorders.isEmpty() && !shared.isEmpty()
                ? List.of(new LaneRecorder("no server yet", shared).lane(now))
                : recorders.values().stream().map(lane -> lane.lane(now)).toList();
        Instant first = Stream.concat(
                        exchanges.stream().map(Exchange::started),
                        lanes.stream().flatMap(lane -> lane.stages().stream()).map(Stage::from))
                .min(Instant::compareTo)
                .orElse(start);
        About about = new About(List.copyOf(modules), List.copyOf(versions), List.copyOf(clouds), result);
        return new Timeline(first, now, about, lanes, exchanges, troubles);
    }

    // What is looked up after servers came to be is of the launch after that.
    private synchronized void share(Stage stage) {
        if (sharedIsOver) shared.clear();
        sharedIsOver = false;
        shared.add(stage);
    }

    private LaneRecorder lane(String server, Instant now) {
        return lane(server, LaneRecorder.CREATE, now);
    }

    // One that is not known yet has that as its first stage.
    private LaneRecorder lane(String server, String first, Instant now) {
        LaneRecorder known = recorders.get(server);
        if (known != null) return known;
        sharedIsOver = true;
        LaneRecorder lane = new LaneRecorder(server, shared);
        lane.begin(first, shared.isEmpty() ? now : shared.get(shared.size() - 1).to());
        recorders.put(server, lane);
        return lane;
    }
}
