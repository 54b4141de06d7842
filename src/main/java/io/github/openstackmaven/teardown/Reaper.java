package io.github.openstackmaven.teardown;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Failure;
import io.github.openstackmaven.resource.MarkedResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import io.github.openstackmaven.teardown.ReapReport.Outcome;
import io.github.openstackmaven.teardown.ReapReport.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Deletes what killed builds left behind: marked by this plugin and expired. Each is looked at once more right before it
 * is deleted. What is no server goes only when two readings of the project, apart, show nothing of its build that lives,
 * and no server uses it that has not expired: one list that is empty proves nothing.
 */
public final class Reaper {
    // A list that is not up to date has caught up by then.
    private static final Duration APART = Duration.ofSeconds(5);

    private final Resources resources;
    private final Time time;
    private final Executor executor;
    private final Teardown teardown;

    /** A reaper on a cloud. */
    public Reaper(Resources resources, Time time, PollSchedule schedule, Executor executor) {
        this.resources = resources;
        this.time = time;
        this.executor = executor;
        this.teardown = new Teardown(resources, time, schedule, executor, event -> {});
    }

    /**
     * Reaps, or tells what it would reap.
     *
     * @throws OpenStackException when servers can't be listed, or the thread is interrupted
     */
    public ReapReport reap(ReapRequest request) {
        MarkedResources marked = MarkedResources.of(resources, time.now(), executor);
        List<Resource> expired = marked.expired().stream()
                .filter(one -> request.project()
                        .map(project -> marked.isOf(project, one))
                        .orElse(true))
                .filter(one -> age(one, marked.at())
                                .orElse(expiredSince(one, marked.at()))
                                .compareTo(request.olderThan())
                        >= 0)
                .toList();
        List<Resource> taken = expired.stream().limit(request.max()).toList();
        List<Row> rows =
                new ArrayList<>(request.dryRun() ? rehearsed(taken, marked) : reap(taken, marked, request.patience()));
        rows.addAll(rows(expired.subList(taken.size(), expired.size()), Outcome.LEFT));
        return new ReapReport(List.copyOf(rows), marked.unreadable());
    }

    private List<Row> rehearsed(List<Resource> taken, MarkedResources marked) {
        return decisions(taken, marked.alive()).stream()
                .map(one -> row(one.resource(), one.outcome(), one.reason()))
                .toList();
    }

    // Servers first: while they go, another of their build may have been renewed.
    private List<Row> reap(List<Resource> taken, MarkedResources marked, Duration patience) {
        List<Resource> others = new ArrayList<>(taken);
        List<Resource> servers =
                taken.stream().filter(one -> one.kind() == ResourceType.SERVER).toList();
        others.removeAll(servers);
        List<Row> rows = new ArrayList<>(delete(servers, Set.of(), patience));
        if (others.isEmpty()) return rows;
        Set<String> alive = new HashSet<>(marked.alive());
        alive.addAll(secondReading(marked.at()).alive());
        rows.addAll(delete(others, alive, patience));
        return rows;
    }

    private MarkedResources secondReading(Instant first) {
        time.pause(APART.minus(Duration.between(first, time.now())), "looking at the cloud");
        return MarkedResources.of(resources, time.now(), executor);
    }

    private List<Row> delete(List<Resource> expired, Set<String> alive, Duration patience) {
        List<Decision> decisions = decisions(expired, alive);
        List<Resource> due = decisions.stream()
                .filter(one -> one.outcome() == Outcome.DUE)
                .map(Decision::resource)
                .toList();
        Map<Resource, String> remaining = teardown.delete(due, patience).stream()
                .collect(Collectors.toMap(NotDeleted::resource, NotDeleted::reason));
        return decisions.stream().map(one -> row(one, remaining)).toList();
    }

    private List<Decision> decisions(List<Resource> expired, Set<String> alive) {
        Function<Resource, List<Resource>> users = resources.users();
        return new Concurrent(executor).all(expired, one -> decision(one, alive, users));
    }

    private Decision decision(Resource resource, Set<String> alive, Function<Resource, List<Resource>> users) {
        try {
            Optional<Resource> seen = look(resource).or(() -> look(resource));
            if (seen.isEmpty()) return new Decision(resource, Outcome.GONE, "");
            if (!expired(seen.get()) || lives(seen.get(), alive)) return new Decision(resource, Outcome.ALIVE, "");
            return users.apply(seen.get()).stream()
                    .filter(server -> !expired(server))
                    .findFirst()
                    .map(server -> new Decision(resource, Outcome.IN_USE, server.toString()))
                    .orElseGet(() -> new Decision(resource, Outcome.DUE, ""));
        } catch (RuntimeException e) {
            return new Decision(resource, Outcome.REMAINING, new Failure(e).words());
        }
    }

    private Optional<Resource> look(Resource resource) {
        return resources.find(resource.kind(), resource.id());
    }

    // A server lives by its own mark alone.
    private static boolean lives(Resource resource, Set<String> builds) {
        return resource.kind() != ResourceType.SERVER
                && resource.mark().filter(mark -> builds.contains(mark.build())).isPresent();
    }

    private Row row(Decision decision, Map<Resource, String> remaining) {
        if (decision.outcome() != Outcome.DUE) return row(decision.resource(), decision.outcome(), decision.reason());
        return Optional.ofNullable(remaining.get(decision.resource()))
                .map(reason -> row(decision.resource(), Outcome.REMAINING, reason))
                .orElseGet(() -> row(decision.resource(), Outcome.DELETED, ""));
    }

    private List<Row> rows(List<Resource> some, Outcome outcome) {
        return some.stream().map(one -> row(one, outcome, "")).toList();
    }

    private Row row(Resource resource, Outcome outcome, String reason) {
        return new Row(resource, age(resource, time.now()), expiredSince(resource, time.now()), outcome, reason);
    }

    private boolean expired(Resource resource) {
        return resource.mark().filter(mark -> mark.hasExpired(time.now())).isPresent();
    }

    private static Optional<Duration> age(Resource resource, Instant now) {
        return resource.created().map(created -> Duration.between(created, now));
    }

    private static Duration expiredSince(Resource resource, Instant now) {
        return resource.mark()
                .flatMap(Mark::expiresAt)
                .map(at -> Duration.between(at, now))
                .orElse(Duration.ZERO);
    }

    private record Decision(Resource resource, Outcome outcome, String reason) {}
}
