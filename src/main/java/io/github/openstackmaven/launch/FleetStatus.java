package io.github.openstackmaven.launch;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.Durations;
import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.Servers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Status of the servers that a launch waits for, in one request a tick however many they are: of a single one by its id, of
 * several by a list. That is of what has changed in the project since the launch began, so that other servers don't lengthen
 * it. Safe for threads that wait for servers side by side: the first that asks keeps the time of the next tick for all.
 */
final class FleetStatus {
    // Clocks of a cloud may differ so much; the list has all that changed since.
    private static final Duration SKEW = Duration.ofMinutes(1);
    // As long as servers come up, the next is soon to follow.
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration CALM = Duration.ofSeconds(10);
    // A list may not have one for a while; by itself it is looked at when that lasts.
    private static final Duration UNLISTED = Duration.ofSeconds(30);

    private final Servers servers;
    private final Time time;
    private final PollSchedule schedule;
    private final Instant began;
    private final Instant deadline;
    private final Map<String, String> seen = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private Optional<CompletableFuture<Tick>> next = Optional.empty();
    private CompletableFuture<Tick> last = CompletableFuture.completedFuture(new Tick(false, Map.of()));
    private Optional<Instant> firstAsked = Optional.empty();
    private Instant asked;
    private Instant changed;
    private Duration took = Duration.ZERO;

    /** The status of the servers of a launch that begins now. */
    FleetStatus(Servers servers, LaunchContext context, Instant deadline) {
        this.servers = servers;
        this.time = context.time();
        this.schedule = context.schedule();
        this.began = time.now();
        this.deadline = deadline;
        this.asked = began;
        this.changed = began;
    }

    /**
     * The server as the next tick shows it; empty when it is gone. Returns no sooner than it is time to look again.
     *
     * @throws io.github.openstackmaven.OpenStackException when it can't be seen
     */
    Optional<Server> server(String id) {
        Instant unlistedUntil = Durations.earlier(time.now().plus(UNLISTED), deadline);
        Tick tick = nextTick(id);
        while (!tick.isOf(id) && time.now().isBefore(unlistedUntil)) tick = nextTick(id);
        Optional<Server> seen = tick.isOf(id) ? tick.server(id) : servers.server(id);
        return seen.filter(server -> !server.isGone());
    }

    private Tick nextTick(String id) {
        CompletableFuture<Tick> mine = new CompletableFuture<>();
        Optional<CompletableFuture<Tick>> joined = join(id, mine);
        if (joined.isEmpty()) {
            CompletableFuture<Tick> before = follow(mine);
            mine.completeAsync(() -> shown(idsAfter(before)), Runnable::run);
        }
        return Concurrent.result(joined.orElse(mine));
    }

    /**
     * What one request has shown.
     *
     * @param single whether that was of one server, whose absence then is told, too
     */
    private record Tick(boolean single, Map<String, Server> servers) {
        boolean isOf(String id) {
            return single || servers.containsKey(id);
        }

        Optional<Server> server(String id) {
            return Optional.ofNullable(servers.get(id));
        }
    }

    private synchronized Optional<CompletableFuture<Tick>> join(String id, CompletableFuture<Tick> mine) {
        waiting.add(id);
        if (next.isPresent()) return next;
        next = Optional.of(mine);
        return Optional.empty();
    }

    private synchronized CompletableFuture<Tick> follow(CompletableFuture<Tick> mine) {
        CompletableFuture<Tick> before = last;
        last = mine;
        return before;
    }

    // Those that are waited for when it is time for the tick; how soon that is, the answer to the one before tells.
    private Set<String> idsAfter(CompletableFuture<Tick> before) {
        before.handle((tick, failure) -> true).join();
        try {
            time.pause(Duration.between(time.now(), due()), "waiting for the servers");
        } catch (InterruptedWaitException e) {
            begun();
            throw e;
        }
        return begun();
    }

    // Who asks from now on waits for the tick after this one.
    private synchronized Set<String> begun() {
        Set<String> ids = Set.copyOf(waiting);
        waiting.clear();
        next = Optional.empty();
        asked = time.now();
        if (firstAsked.isEmpty()) firstAsked = Optional.of(asked);
        if (ids.stream().anyMatch(id -> !seen.containsKey(id))) changed = asked;
        return ids;
    }

    private synchronized Instant due() {
        if (firstAsked.isEmpty()) return asked;
        Duration usual = schedule.next(Duration.between(firstAsked.get(), asked));
        boolean busy = asked.isBefore(changed.plus(CALM));
        Duration pause = busy ? Durations.shorter(usual, BUSY) : usual;
        // No more than half of the time is spent on being asked.
        return Durations.earlier(asked.plus(Durations.longer(pause, took.multipliedBy(2))), deadline);
    }

    private Tick shown(Set<String> ids) {
        Tick tick = ids.size() == 1 ? single(ids.iterator().next()) : list(ids);
        remember(tick);
        return tick;
    }

    private Tick single(String id) {
        return new Tick(
                true, servers.server(id).map(server -> Map.of(id, server)).orElse(Map.of()));
    }

    // What is not in it has not yet changed: one that was just given to a host has no time of a change.
    private Tick list(Set<String> ids) {
        return new Tick(
                false,
                servers.changedSince(began.minus(SKEW)).stream()
                        .filter(server -> ids.contains(server.id()))
                        .collect(Collectors.toMap(Server::id, Function.identity(), (one, same) -> one)));
    }

    private synchronized void remember(Tick tick) {
        took = Duration.between(asked, time.now());
        tick.servers().forEach((id, server) -> {
            String now = server.status() + server.taskState().orElse("");
            if (!now.equals(seen.put(id, now))) changed = time.now();
        });
    }
}
