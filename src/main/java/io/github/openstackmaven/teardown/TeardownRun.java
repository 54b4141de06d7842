package io.github.openstackmaven.teardown;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Run of a {@link Teardown}: rounds of deletion steps until nothing is left. */
final class TeardownRun implements Poll.Listener {
    // What one answer says and the next may deny is asked soon again.
    private static final Duration DOUBT = Duration.ofMillis(500);
    private static final Set<ResourceType> AT_ONCE =
            EnumSet.of(ResourceType.SERVER, ResourceType.FLOATING_IP, ResourceType.KEYPAIR);

    private final DeletionStep step;
    private final Time time;
    private final PollSchedule schedule;
    private final Duration answer;
    private final Concurrent concurrent;
    private final TeardownListener listener;
    private final Supplier<List<Candidate>> candidates;
    private final Map<String, Deletion> left = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Deletion>> underWay = new LinkedHashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Instant start;
    private final ServerLooks servers;

    TeardownRun(
            DeletionStep step,
            PollSchedule schedule,
            Duration answer,
            Concurrent concurrent,
            TeardownListener listener,
            Supplier<List<Candidate>> candidates) {
        this.step = step;
        this.time = step.time();
        this.schedule = schedule;
        this.answer = answer;
        this.concurrent = concurrent;
        this.listener = listener;
        this.candidates = candidates;
        this.start = time.now();
        this.servers = new ServerLooks(step.resources(), start);
    }

    /** Deletes until nothing is left or that time is up, and returns what is left. */
    List<NotDeleted> until(Duration timeout) {
        Instant deadline = start.plus(timeout);
        Instant late = start.plus(timeout.dividedBy(2));
        try {
            new Poll(time, schedule, deadline, "deleting", this).until(left -> look(left, late));
        } catch (InterruptedWaitException e) {
            return remaining();
        }
        return remaining();
    }

    /** Each that is still there is told. */
    @Override
    public void still(String words) {
        listener.told(left.values().stream()
                .flatMap(one -> one.thing().stream())
                .<TeardownEvent>map(thing -> new TeardownEvent.Waiting(thing, elapsed()))
                .toList());
    }

    private Poll.Look<String> look(Duration patience, Instant late) {
        take(); // without time to delete anything, all that was to be is left
        if (patience.isNegative() || patience.isZero()) return Poll.Look.done("time is up");
        if (left.isEmpty()) return Poll.Look.done("nothing left");
        boolean more = round(!time.now().isBefore(late));
        if (left.isEmpty()) return Poll.Look.done("nothing left");
        Poll.Look<String> seen = Poll.Look.notYet("something left");
        if (more) return seen.again(Duration.ZERO);
        return left.values().stream().anyMatch(one -> one.state().isDoubt()) ? seen.again(DOUBT) : seen;
    }

    private void take() {
        Map<String, Candidate> all = candidates.get().stream()
                .sorted(Comparator.comparing(Candidate::kind))
                .collect(Collectors.toMap(Candidate::key, one -> one, (one, same) -> one, LinkedHashMap::new));
        left.keySet().retainAll(all.keySet());
        all.forEach((key, one) -> {
            if (!ended.contains(key)) left.putIfAbsent(key, Deletion.of(one));
        });
    }

    // Whether another round follows at once: when the last server is gone, what was on it needs no pause.
    private boolean round(boolean late) {
        List<Deletion> due = due(late);
        Function<Resource, Optional<Resource>> look = servers.at(due.stream()
                .filter(one -> !underWay.containsKey(one.candidate().key()))
                .toList());
        due.forEach(one ->
                underWay.computeIfAbsent(one.candidate().key(), key -> concurrent.start(() -> step.next(one, look))));
        Concurrent.await(List.copyOf(underWay.values()), answer);
        collect();
        return !serversLeft() && due.stream().anyMatch(TeardownRun::isServer);
    }

    // A server that doesn't go must not keep everything else: after half the time the rest is tried all the same.
    private List<Deletion> due(boolean late) {
        boolean all = late || !serversLeft();
        return left.values().stream()
                .filter(one -> all || AT_ONCE.contains(one.candidate().kind()))
                .toList();
    }

    private boolean serversLeft() {
        return left.values().stream().anyMatch(TeardownRun::isServer);
    }

    // One that nobody has seen yet keeps nothing else.
    private static boolean isServer(Deletion deletion) {
        return deletion.candidate().kind() == ResourceType.SERVER
                && deletion.thing().isPresent();
    }

    private void collect() {
        Map<String, CompletableFuture<Deletion>> answered = new LinkedHashMap<>(underWay);
        answered.values().removeIf(one -> !one.isDone());
        underWay.keySet().removeAll(answered.keySet());
        List<TeardownEvent> news = answered.values().stream()
                .filter(one -> !one.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .filter(one -> left.containsKey(one.candidate().key()))
                .flatMap(one -> recorded(one).stream())
                .toList();
        if (!news.isEmpty()) listener.told(news);
    }

    private Optional<TeardownEvent> recorded(Deletion deletion) {
        String key = deletion.candidate().key();
        if (deletion.state().isEnd()) {
            left.remove(key);
            ended.add(key);
        } else {
            left.put(key, deletion);
        }
        String news = deletion.state() == Deletion.State.OPEN ? deletion.failure() : "";
        return deletion.event().filter(event -> told.add(key + " " + deletion.state() + " " + news));
    }

    private Duration elapsed() {
        return Duration.between(start, time.now());
    }

    private List<NotDeleted> remaining() {
        return left.values().stream().flatMap(one -> remaining(one).stream()).toList();
    }

    private List<NotDeleted> remaining(Deletion deletion) {
        boolean unanswered = underWay.containsKey(deletion.candidate().key())
                && deletion.failure().isEmpty();
        String reason = unanswered ? "the cloud has not answered the last request" : deletion.reason();
        return deletion.thing().stream()
                .map(thing -> new NotDeleted(thing, reason))
                .toList();
    }
}
