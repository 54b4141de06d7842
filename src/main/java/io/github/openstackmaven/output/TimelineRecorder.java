package io.github.openstackmaven.output;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.http.Exchange;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.output.Timeline.Outcome;
import io.github.openstackmaven.output.Timeline.Stage;
import io.github.openstackmaven.output.Timeline.Trouble;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.TeardownEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Writes down what a launch and the end of it do, on whatever thread. */
public final class TimelineRecorder {
    private final Time time;
    private final Instant start;
    private final Map<String, LaneRecorder> recorders = new LinkedHashMap<>();
    private final List<Stage> shared = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
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

    /** A request was answered, or was not. */
    public synchronized void exchange(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** A launch got on. */
    public synchronized void event(LaunchEvent event) {
        Instant now = time.now();
        LaneRecorder lane = lane(event.name(), now);
        lane.step(now, LaunchMessages.of(event));
        String trouble = event.match(new RecordedEvent(lane, now));
        if (!trouble.isBlank()) troubles.add(new Trouble(now, event.name(), trouble));
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
            laneOf(event.resource()).ifPresent(lane -> lane.end(now));
        }

        @Override
        public void refused(TeardownEvent.Refused event) {
            troubles.add(new Trouble(now, event.resource().toString(), "could not be deleted yet: " + event.reason()));
            deleting(event.resource());
        }

        @Override
        public void unmarked(TeardownEvent.Unmarked event) {
            troubles.add(new Trouble(now, event.resource().toString(), "has lost the plugin's marks: it stays"));
        }

        @Override
        public void lookUpFailed(TeardownEvent.LookUpFailed event) {
            troubles.add(new Trouble(now, event.entry().toString(), "could not be looked for yet: " + event.reason()));
        }

        @Override
        public void neverCreated(TeardownEvent.NeverCreated event) {}

        private void deleting(Resource resource) {
            laneOf(resource).ifPresent(lane -> lane.begin("delete", now));
        }

        private Optional<LaneRecorder> laneOf(Resource resource) {
            return Optional.of(resource)
                    .filter(one -> one.kind() == ResourceType.SERVER)
                    .map(server -> lane(server.name(), now));
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
        return new Timeline(first, now, lanes, exchanges, troubles);
    }

    // What is looked up after servers came to be is of the launch after that.
    private synchronized void share(Stage stage) {
        if (sharedIsOver) shared.clear();
        sharedIsOver = false;
        shared.add(stage);
    }

    private LaneRecorder lane(String server, Instant now) {
        LaneRecorder known = recorders.get(server);
        if (known != null) return known;
        sharedIsOver = true;
        LaneRecorder lane = new LaneRecorder(server, shared);
        lane.begin(
                "create", shared.isEmpty() ? now : shared.get(shared.size() - 1).to());
        recorders.put(server, lane);
        return lane;
    }
}
