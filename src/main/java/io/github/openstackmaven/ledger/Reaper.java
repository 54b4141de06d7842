package io.github.openstackmaven.ledger;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.ReapReport.Outcome;
import io.github.openstackmaven.ledger.ReapReport.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Deletes what killed builds left behind: marked by this plugin and expired. Each is looked at once more right before it
 * is deleted.
 */
public final class Reaper {
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
        List<Row> rows = new ArrayList<>(request.dryRun() ? rows(taken, Outcome.DUE) : reap(taken, request.patience()));
        rows.addAll(rows(expired.subList(taken.size(), expired.size()), Outcome.LEFT));
        return new ReapReport(List.copyOf(rows), marked.unreadable());
    }

    // Servers first: while they go, another of their build may have been renewed.
    private List<Row> reap(List<Resource> taken, Duration patience) {
        Map<Boolean, List<Resource>> servers =
                taken.stream().collect(Collectors.partitioningBy(one -> one.kind() == Kind.SERVER));
        List<Row> rows = new ArrayList<>(delete(servers.get(true), patience, this::expired));
        if (servers.get(false).isEmpty()) return rows;
        List<Resource> now = MarkedResources.of(resources, time.now(), executor).expired();
        Predicate<Resource> still = seen -> expired(seen)
                && now.stream()
                        .anyMatch(one -> one.kind() == seen.kind() && one.id().equals(seen.id()));
        rows.addAll(delete(servers.get(false), patience, still));
        return rows;
    }

    private List<Row> delete(List<Resource> expired, Duration patience, Predicate<Resource> still) {
        List<Decision> decisions = new SideBySide(executor).all(expired, one -> decision(one, still));
        List<Resource> due = decisions.stream()
                .filter(one -> one.outcome() == Outcome.DUE)
                .map(Decision::resource)
                .toList();
        Map<Resource, String> remaining = teardown.delete(due, patience).stream()
                .collect(Collectors.toMap(Remaining::resource, Remaining::reason));
        return decisions.stream().map(one -> row(one, remaining)).toList();
    }

    private Decision decision(Resource resource, Predicate<Resource> still) {
        try {
            Optional<Resource> seen = resources.find(resource.kind(), resource.id());
            if (seen.isEmpty()) return new Decision(resource, Outcome.GONE, "");
            return new Decision(resource, still.test(seen.get()) ? Outcome.DUE : Outcome.ALIVE, "");
        } catch (OpenStackException e) {
            return new Decision(resource, Outcome.REMAINING, e.getMessage());
        }
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
