package io.github.openstackmaven.teardown;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.resource.Failure;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Deletes one thing, a step at a time: looks at it, and asks for its end until the cloud is at it, since a DELETE may fail
 * more than once before it works. Whatever goes wrong is that one thing's, and the next step may fare better.
 */
record Deletion(Resources resources, Time time) {
    // So long after its create a thing that a cloud has accepted without an answer has shown up in its lists, as a
    // rule.
    private static final Duration APPEARS = Duration.ofSeconds(15);
    // What has not by then was not made.
    private static final Duration UNDECIDED = Duration.ofMinutes(10);

    /** One step further. */
    Attempt next(Attempt attempt) {
        Attempt looked = guarded(attempt, attempt.thing().isEmpty() ? this::sought : this::looked);
        return looked.isToBeAsked() ? guarded(looked, this::asked) : looked;
    }

    private static Attempt guarded(Attempt attempt, UnaryOperator<Attempt> step) {
        try {
            return step.apply(attempt);
        } catch (RuntimeException e) {
            return attempt.failed(new Failure(e).words());
        }
    }

    private Attempt looked(Attempt attempt) {
        if (!attempt.looksFirst()) return attempt;
        Resource thing = attempt.thing().orElseThrow();
        Optional<Resource> seen = resources.find(thing.kind(), thing.id());
        if (seen.isEmpty()) return attempt.absent(time.now());
        boolean bare = !attempt.cleared() && seen.get().mark().isEmpty();
        return bare ? attempt.bare(seen.get()) : attempt.seen(seen.get());
    }

    private Attempt asked(Attempt attempt) {
        return resources.delete(attempt.thing().orElseThrow())
                ? attempt.accepted(time.now())
                : attempt.absent(time.now());
    }

    private Attempt sought(Attempt attempt) {
        LedgerEntry entry = attempt.candidate().entry().orElseThrow();
        return resources
                .launched(entry.kind(), entry.launch())
                .map(attempt::found)
                .orElseGet(() -> unseen(attempt.absent(time.now()), entry, time.now()));
    }

    private static Attempt unseen(Attempt attempt, LedgerEntry entry, Instant now) {
        Absence absence = attempt.evidence().absence();
        Duration age = Duration.between(entry.at(), now);
        if (age.compareTo(UNDECIDED) > 0) {
            return absence.isProof(now) ? attempt.in(Attempt.State.UNMADE) : attempt.in(Attempt.State.DOUBTFUL);
        }
        boolean late = age.compareTo(APPEARS) > 0 && absence.isConfirmed();
        return attempt.in(late ? Attempt.State.UNSEEN : Attempt.State.DOUBTFUL);
    }
}
