package io.github.openstackmaven.ledger;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Deletes side by side and waits until all is gone; a delete that fails is tried again until time runs out. What is on a
 * server waits for the server to go.
 */
public final class Teardown {
    private static final Duration TOLD_EVERY = Duration.ofSeconds(15);
    private static final Set<Kind> AT_ONCE = EnumSet.of(Kind.SERVER, Kind.FLOATING_IP, Kind.KEYPAIR);

    private final Resources resources;
    private final Time time;
    private final PollSchedule schedule;
    private final SideBySide sideBySide;
    private final Consumer<TeardownEvent> listener;

    /** A teardown on a cloud, whose listener is called by the thread that deletes. */
    public Teardown(
            Resources resources,
            Time time,
            PollSchedule schedule,
            Executor executor,
            Consumer<TeardownEvent> listener) {
        this.resources = resources;
        this.time = time;
        this.schedule = schedule;
        this.sideBySide = new SideBySide(executor);
        this.listener = listener;
    }

    /**
     * Deletes all of them, in the order of their kinds.
     *
     * @return what is still there when time has run out, or the thread was interrupted
     */
    public List<Remaining> delete(List<Resource> doomed, Duration timeout) {
        Instant start = time.now();
        Duration told = Duration.ZERO;
        Map<Resource, Attempt> left = new LinkedHashMap<>();
        doomed.stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .forEach(resource -> left.put(resource, new Attempt(resources, resource)));
        try {
            while (!left.isEmpty()) {
                Duration elapsed = Duration.between(start, time.now());
                if (elapsed.compareTo(timeout) >= 0) break;
                boolean late = elapsed.compareTo(timeout.dividedBy(2)) >= 0;
                if (elapsed.minus(told).compareTo(TOLD_EVERY) >= 0) {
                    left.keySet().forEach(one -> listener.accept(new TeardownEvent.Waiting(one, elapsed)));
                    told = elapsed;
                }
                round(left, late, timeout.minus(elapsed));
                if (!left.isEmpty()) time.sleep(schedule.next(elapsed));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return left.values().stream().map(Attempt::remaining).toList();
    }

    private void round(Map<Resource, Attempt> left, boolean late, Duration patience) throws InterruptedException {
        boolean more;
        do {
            List<Attempt> due = due(left, late);
            List<CompletableFuture<Attempt>> next = sideBySide.within(patience, due, Attempt::next);
            next.stream()
                    .filter(one -> one.isDone() && !one.isCompletedExceptionally())
                    .map(CompletableFuture::join)
                    .forEach(attempt -> record(left, attempt));
            // the last server is gone: what was on it needs no pause
            more = !serversIn(left)
                    && due.stream().anyMatch(one -> one.resource().kind() == Kind.SERVER);
        } while (more && !left.isEmpty());
    }

    // A server that doesn't go must not keep everything else: after half the time the rest is tried all the same.
    private static List<Attempt> due(Map<Resource, Attempt> left, boolean late) {
        boolean all = late || !serversIn(left);
        return left.values().stream()
                .filter(one -> all || AT_ONCE.contains(one.resource().kind()))
                .toList();
    }

    private static boolean serversIn(Map<Resource, Attempt> left) {
        return left.keySet().stream().anyMatch(resource -> resource.kind() == Kind.SERVER);
    }

    private void record(Map<Resource, Attempt> left, Attempt attempt) {
        Resource resource = attempt.resource();
        Attempt before = left.get(resource);
        if (attempt.gone()) {
            left.remove(resource);
            listener.accept(new TeardownEvent.Gone(resource));
        } else {
            left.put(resource, attempt);
            if (attempt.sameAs(before)) return;
            listener.accept(
                    attempt.accepted()
                            ? new TeardownEvent.Asked(resource)
                            : new TeardownEvent.Refused(resource, attempt.reason()));
        }
    }
}
