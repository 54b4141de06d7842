package io.github.openstackmaven.ending;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.ledger.Doomed;
import io.github.openstackmaven.ledger.KeptThings;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Resources;
import io.github.openstackmaven.ledger.Teardown;
import io.github.openstackmaven.ledger.TeardownLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Takes away what a build has on one cloud, until nothing of it is on record there, and tells the cloud until when the rest
 * is kept.
 */
final class CloudTeardown {
    // So long after its create a thing that a cloud has accepted without an answer has shown up in its lists.
    private static final Duration DECIDED = Duration.ofSeconds(15);
    private static final int CONFLICT = 409;

    private final Ledger ledger;
    private final LedgerEntry.Place place;
    private final KeepDecision decision;
    private final BooleanSupplier launching;
    private final Supplier<Resources> login;
    private final Time time;
    private final Consumer<String> out;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Set<String> hopeless = ConcurrentHashMap.newKeySet();
    private boolean refused;

    /**
     * A teardown that has not begun.
     *
     * @param launching whether a launch is under way that may write more into the ledger
     * @param login logs in to the place
     */
    CloudTeardown(
            Ledger ledger,
            LedgerEntry.Place place,
            KeepDecision decision,
            BooleanSupplier launching,
            Supplier<Resources> login,
            Time time,
            Consumer<String> out) {
        this.ledger = ledger;
        this.place = place;
        this.decision = decision;
        this.launching = launching;
        this.login = login;
        this.time = time;
        this.out = out;
    }

    /** What goes and may still be there. */
    List<LedgerEntry> left() {
        return entries(decision::goes);
    }

    /** What stays for a look at it. */
    List<LedgerEntry> kept() {
        return entries(decision::isKept);
    }

    /** What stays, though the cloud knows of no more time for it than its lease. */
    List<LedgerEntry> unrenewed() {
        return entries(decision::isToRenew);
    }

    /** Whether there is nothing to do. */
    boolean isDone() {
        return !launching.getAsBoolean() && left().isEmpty() && renewable().isEmpty();
    }

    /** Deletes until all is gone or the time is over; a cloud that can't be reached is tried again. */
    void run(Instant deadline, Executor executor) {
        PollSchedule schedule = PollSchedule.standard();
        Instant start = time.now();
        try {
            while (!isDone()) {
                pass(deadline, executor);
                Instant now = time.now();
                if (isSettled(now) || !now.isBefore(deadline)) return;
                time.sleep(schedule.next(Duration.between(start, now)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(Instant deadline, Executor executor) {
        if (refused || (left().isEmpty() && renewable().isEmpty())) return;
        loggedIn().ifPresent(resources -> {
            KeptThings kept = new KeptThings(ledger, resources, time);
            if (!launching.getAsBoolean()) renewable().forEach(entry -> renew(kept, entry));
            delete(resources, deadline, executor);
        });
    }

    // A refused login is not tried again: clouds lock out who does.
    private Optional<Resources> loggedIn() {
        try {
            return Optional.of(login.get());
        } catch (OpenStackException e) {
            refused = !Logins.isPassing(e);
            tellOnce(e.getMessage());
            return Optional.empty();
        }
    }

    private void delete(Resources resources, Instant deadline, Executor executor) {
        try {
            Doomed doomed = new Doomed(resources, time, false, executor, this::tellOnce);
            TeardownLog log = new TeardownLog(ledger, out, this::tellOnce);
            new Teardown(resources, time, PollSchedule.standard(), executor, log)
                    .delete(doomed.of(ledger, place, this::isHere), Duration.between(time.now(), deadline));
        } catch (OpenStackException e) {
            tellOnce(e.getMessage());
        }
    }

    // Nova takes no metadata while a server is built.
    private void renew(KeptThings kept, LedgerEntry entry) {
        try {
            kept.renew(entry);
        } catch (OpenStackException e) {
            boolean again =
                    Logins.isPassing(e) || (e instanceof HttpStatusException answer && answer.status() == CONFLICT);
            if (!again) hopeless.add(entry.launch());
            tellOnce("Until when " + entry + " is kept could not be said yet: " + e.getMessage());
        }
    }

    private List<LedgerEntry> renewable() {
        Instant now = time.now();
        return entries(
                entry -> decision.isToRenew(entry) && !hopeless.contains(entry.launch()) && !isUnanswered(entry, now));
    }

    private boolean isSettled(Instant now) {
        if (launching.getAsBoolean()) return false;
        return refused || (renewable().isEmpty() && left().stream().allMatch(entry -> isUnanswered(entry, now)));
    }

    // What has no id was made without an answer, or not at all.
    private static boolean isUnanswered(LedgerEntry entry, Instant now) {
        return entry.id().isEmpty() && entry.at().plus(DECIDED).isBefore(now);
    }

    private boolean isHere(LedgerEntry entry) {
        return entry.place().equals(place) && decision.goes(entry);
    }

    private List<LedgerEntry> entries(Predicate<LedgerEntry> wanted) {
        try {
            return ledger.entries().stream()
                    .filter(entry -> entry.place().equals(place) && wanted.test(entry))
                    .toList();
        } catch (OpenStackException e) {
            tellOnce(e.getMessage());
            return List.of();
        }
    }

    private void tellOnce(String line) {
        if (told.add(line)) out.accept(line);
    }
}
