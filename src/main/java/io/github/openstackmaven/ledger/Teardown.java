package io.github.openstackmaven.ledger;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.Servers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Deletes servers and waits until they are gone; a delete that fails is tried again until time runs out. */
public final class Teardown {
    private static final Set<String> GONE = Set.of("DELETED", "SOFT_DELETED");

    private final Servers servers;
    private final Time time;
    private final PollSchedule schedule;
    private final Consumer<Server> gone;

    /**
     * A teardown on a cloud.
     *
     * @param gone told of each server once it is gone
     */
    public Teardown(Servers servers, Time time, PollSchedule schedule, Consumer<Server> gone) {
        this.servers = servers;
        this.time = time;
        this.schedule = schedule;
        this.gone = gone;
    }

    /** What could not be deleted, and why, as far as is known. */
    public record Remaining(Server server, String reason) {}

    /**
     * Deletes all of them.
     *
     * @return what is still there when time has run out, or the thread was interrupted
     */
    public List<Remaining> delete(List<Server> doomed, Duration timeout) {
        Instant start = time.now();
        Map<Server, String> left = new LinkedHashMap<>();
        doomed.forEach(server -> left.put(server, "it was not asked for yet"));
        while (true) {
            for (Server server : List.copyOf(left.keySet())) {
                Optional<String> reason = reasonToStay(server);
                if (reason.isPresent()) {
                    left.put(server, reason.get());
                } else {
                    left.remove(server);
                    gone.accept(server);
                }
            }
            Duration elapsed = Duration.between(start, time.now());
            if (left.isEmpty() || elapsed.compareTo(timeout) >= 0 || !paused(elapsed)) break;
        }
        return left.entrySet().stream()
                .map(one -> new Remaining(one.getKey(), one.getValue()))
                .toList();
    }

    // Asked again until the cloud is at it: a delete may fail more than once before it works.
    private Optional<String> reasonToStay(Server server) {
        try {
            Optional<Server> seen = servers.server(server.id());
            if (seen.isEmpty() || GONE.contains(seen.get().status())) return Optional.empty();
            boolean underWay = seen.get().taskState().filter("deleting"::equals).isPresent();
            if (!underWay) servers.delete(server.id());
            return Optional.of(underWay ? "it is being deleted, and still there" : "its deletion was accepted");
        } catch (OpenStackException e) {
            return Optional.of(e.getMessage());
        }
    }

    private boolean paused(Duration elapsed) {
        try {
            time.sleep(schedule.next(elapsed));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
