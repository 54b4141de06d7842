package io.github.openstackmaven.teardown;

import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Failure;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Deletes what a build has on one cloud, until nothing of it is on record there, and tells the cloud until when the rest
 * is kept.
 */
final class CloudTeardown {
    // So long after its create a thing that a cloud has accepted without an answer has shown up in its lists.
    private static final Duration DECIDED = Duration.ofSeconds(15);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SWEEPS = 3;

    private final BuildRecord record;
    private final BooleanSupplier launching;
    private final Function<Instant, Resources> login;
    private final LastLook lastLook;
    private final Time time;
    private final Consumer<String> out;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Set<String> hopeless = ConcurrentHashMap.newKeySet();
    private final Set<ResourceType> unswept = EnumSet.noneOf(ResourceType.class);
    private final Set<ResourceType> doubted = EnumSet.noneOf(ResourceType.class);
    private final Set<String> lookedAt = ConcurrentHashMap.newKeySet();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final List<NotDeleted> strays = new CopyOnWriteArrayList<>();
    private Optional<KeptResources> keptThings = Optional.empty();
    private int sweeps;
    private boolean refused;

    /**
     * A teardown that has not begun.
     *
     * @param launching whether a launch is under way that may write more into the ledger
     * @param login logs in to the place, for who waits no longer than till then
     * @param lastLook at what is deleted since the build failed
     */
    CloudTeardown(
            BuildRecord record,
            BooleanSupplier launching,
            Function<Instant, Resources> login,
            LastLook lastLook,
            Time time,
            Consumer<String> out) {
        this.record = record;
        this.launching = launching;
        this.login = login;
        this.lastLook = lastLook;
        this.time = time;
        this.out = out;
    }

    /** What goes and may still be there. */
    List<LedgerEntry> left() {
        return entries(record.decision()::goes);
    }

    /** What was not on record, and may still be there. */
    List<NotDeleted> strays() {
        return List.copyOf(strays);
    }

    /** What stays for a look at it. */
    List<LedgerEntry> kept() {
        return entries(record.decision()::isKept);
    }

    /** What stays, though the cloud knows of no more time for it than its lease. */
    List<LedgerEntry> unrenewed() {
        return entries(record.decision()::isToRenew);
    }

    /** Whether there is nothing to do. */
    boolean isDone() {
        return !launching.getAsBoolean()
                && left().isEmpty()
                && renewable().isEmpty()
                && unswept().isEmpty();
    }

    // What was refused may have been made all the same; of a kind that is asked once.
    private Set<ResourceType> unswept() {
        record.refused().get().stream().filter(doubted::add).forEach(unswept::add);
        return unswept;
    }

    /** Deletes until all is gone or the time is over; a cloud that can't be reached is tried again. */
    void run(Duration timeout, Executor executor) {
        Instant deadline = time.now().plus(timeout);
        try {
            new Poll(time, PollSchedule.standard(), deadline, "deleting", Poll.silent())
                    .until(left -> look(deadline, executor));
        } catch (InterruptedWaitException e) {
            tellOnce("The deletion was interrupted");
        }
    }

    private Poll.Look<String> look(Instant deadline, Executor executor) {
        if (isDone()) return Poll.Look.done("nothing left");
        pass(deadline, executor);
        return isSettled(time.now()) ? Poll.Look.done("all done that can be") : Poll.Look.notYet("something left");
    }

    private void pass(Instant deadline, Executor executor) {
        left().stream().map(LedgerEntry::kind).forEach(unswept::add);
        if (refused || (unswept().isEmpty() && renewable().isEmpty())) return;
        loggedIn(deadline).ifPresent(resources -> {
            if (!launching.getAsBoolean()) renew(resources);
            if (!record.decision().succeeded()) look(Duration.between(time.now(), deadline), executor);
            delete(resources, deadline, executor);
            if (!launching.getAsBoolean()) sweep(resources, deadline, executor);
        });
    }

    // A refused login is not tried again: clouds lock out who does.
    private Optional<Resources> loggedIn(Instant deadline) {
        try {
            return Optional.of(login.apply(deadline));
        } catch (RuntimeException e) {
            refused = e instanceof OpenStackException told && !told.mayPass();
            tellOnce("", e);
            return Optional.empty();
        }
    }

    // Whatever becomes of it, the deletion goes on.
    private void look(Duration left, Executor executor) {
        List<Resource> servers = left().stream()
                .filter(entry -> entry.kind() == ResourceType.SERVER)
                .flatMap(entry -> Resource.of(entry).stream())
                .filter(server -> lookedAt.add(server.id()))
                .toList();
        if (servers.isEmpty()) return;
        try {
            lastLook.at(servers, login.apply(time.now().plus(LastLook.ANSWERS)), executor, LastLook.partOf(left));
        } catch (RuntimeException e) {
            tellOnce("What the servers show could not be saved: ", e);
        }
    }

    private void delete(Resources resources, Instant deadline, Executor executor) {
        try {
            DeletionCandidates candidates = candidates(resources, executor);
            teardown(resources, executor)
                    .delete(
                            () -> candidates.of(record.ledger(), record.place(), record::goes),
                            Duration.between(time.now(), deadline));
        } catch (RuntimeException e) {
            tellOnce("", e);
        }
    }

    // What a false answer has kept off the record carries the build's marks all the same.
    private void sweep(Resources resources, Instant deadline, Executor executor) {
        try {
            List<Resource> found = candidates(resources, executor).marked(unswept, record::isStray).stream()
                    .filter(one -> !gone.contains(one.id()))
                    .toList();
            unswept.clear();
            found.forEach(one -> tellOnce(one + " carries the marks of this build, and is not on record"));
            strays.addAll(teardown(resources, executor).delete(found, Duration.between(time.now(), deadline)));
        } catch (RuntimeException e) {
            tellOnce("Whether more of this build is there can't be told: ", e);
            if (++sweeps >= SWEEPS) unswept.clear();
        }
    }

    private DeletionCandidates candidates(Resources resources, Executor executor) {
        return new DeletionCandidates(resources, time, false, executor, this::tellOnce);
    }

    private Teardown teardown(Resources resources, Executor executor) {
        return new TeardownLog(record.ledger(), out, this::tellOnce)
                .teardown(resources, time, executor, this::remember);
    }

    private void remember(TeardownEvent event) {
        event.gone().map(Resource::id).ifPresent(gone::add);
    }

    private void renew(Resources resources) {
        KeptResources kept = keptThings.orElseGet(() -> new KeptResources(record.ledger(), resources, time));
        keptThings = Optional.of(kept);
        renewable().forEach(entry -> renew(kept, entry));
    }

    // Nova takes no metadata while a server is built.
    private void renew(KeptResources kept, LedgerEntry entry) {
        try {
            kept.renew(entry);
        } catch (RuntimeException e) {
            if (e instanceof HttpStatusException answer && !mayChange(answer)) hopeless.add(entry.launch());
            tellOnce("Until when " + entry + " is kept could not be said yet: ", e);
        }
    }

    private static boolean mayChange(HttpStatusException answer) {
        return answer.mayPass() || answer.status() == CONFLICT || answer.status() == NOT_FOUND;
    }

    private List<LedgerEntry> renewable() {
        Instant now = time.now();
        return entries(entry ->
                record.decision().isToRenew(entry) && !hopeless.contains(entry.launch()) && !isUnanswered(entry, now));
    }

    private boolean isSettled(Instant now) {
        if (launching.getAsBoolean()) return false;
        return refused
                || (unswept.isEmpty()
                        && renewable().isEmpty()
                        && left().stream().allMatch(entry -> isUnanswered(entry, now)));
    }

    // What has no id was made without an answer, or not at all.
    private static boolean isUnanswered(LedgerEntry entry, Instant now) {
        return entry.id().isEmpty() && Duration.between(entry.at(), now).compareTo(DECIDED) > 0;
    }

    private List<LedgerEntry> entries(Predicate<LedgerEntry> wanted) {
        try {
            return record.ledger().entries().stream()
                    .filter(entry -> record.isHere(entry) && wanted.test(entry))
                    .toList();
        } catch (OpenStackException e) {
            tellOnce(e.getMessage());
            return List.of();
        }
    }

    private void tellOnce(String subject, RuntimeException e) {
        Failure failure = new Failure(e);
        if (told.add(subject + failure.kind())) out.accept(subject + failure.words());
    }

    private void tellOnce(String line) {
        if (told.add(line)) out.accept(line);
    }
}
