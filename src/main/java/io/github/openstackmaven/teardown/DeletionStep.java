package io.github.openstackmaven.teardown;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.resource.Failure;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Takes the deletion of one resource a step further: looks at it, and sends DELETE until the cloud is at it, since a DELETE
 * may fail more than once before it works. Whatever goes wrong is that one deletion's, and the next step may fare better.
 */
record DeletionStep(Resources resources, Time time) {
    // So long after its create a thing that a cloud has accepted without an answer has shown up in its lists, as a
    // rule.
    private static final Duration APPEARS = Duration.ofSeconds(15);
    // What has not by then was not made.
    private static final Duration UNDECIDED = Duration.ofMinutes(10);

    /**
     * One step further.
     *
     * @param look shows a thing as it is now; empty when it is gone
     */
    Deletion next(Deletion deletion, Function<Resource, Optional<Resource>> look) {
        Deletion looked = guarded(deletion, deletion.thing().isEmpty() ? this::sought : unseen -> looked(unseen, look));
        return looked.isToBeAsked() ? guarded(looked, this::asked) : looked;
    }

    private static Deletion guarded(Deletion deletion, UnaryOperator<Deletion> step) {
        try {
            return step.apply(deletion);
        } catch (RuntimeException e) {
            return deletion.failed(new Failure(e));
        }
    }

    private Deletion looked(Deletion deletion, Function<Resource, Optional<Resource>> look) {
        if (!deletion.looksFirst()) return deletion;
        Optional<Resource> seen = look.apply(deletion.thing().orElseThrow());
        if (seen.isEmpty()) return deletion.absent(time.now());
        if (seen.get().isDeleted()) return deletion.toldDeleted(time.now());
        boolean bare = !deletion.cleared() && !isOfItsBuild(deletion, seen.get());
        return bare ? deletion.bare(seen.get()) : deletion.seen(seen.get());
    }

    // What is on record may carry marks and be no build's any more, as a prepared image that is finished.
    private static boolean isOfItsBuild(Deletion deletion, Resource seen) {
        boolean onRecord = deletion.candidate().entry().isPresent();
        return seen.mark()
                .filter(mark -> !onRecord || !mark.isOfItself(seen.id()))
                .isPresent();
    }

    private Deletion asked(Deletion deletion) {
        return resources.delete(deletion.thing().orElseThrow())
                ? deletion.accepted(time.now())
                : deletion.absent(time.now());
    }

    private Deletion sought(Deletion deletion) {
        LedgerEntry entry = deletion.candidate().entry().orElseThrow();
        return resources
                .launched(entry.kind(), entry.launch())
                .map(deletion::found)
                .orElseGet(() -> unseen(deletion.absent(time.now()), entry, time.now()));
    }

    private static Deletion unseen(Deletion deletion, LedgerEntry entry, Instant now) {
        Absence absence = deletion.evidence().absence();
        Duration age = Duration.between(entry.at(), now);
        if (age.compareTo(UNDECIDED) > 0) {
            return absence.isProof(now) ? deletion.in(Deletion.State.UNMADE) : deletion.in(Deletion.State.DOUBTFUL);
        }
        boolean late = age.compareTo(APPEARS) > 0 && absence.isConfirmed();
        return deletion.in(late ? Deletion.State.UNSEEN : Deletion.State.DOUBTFUL);
    }
}
