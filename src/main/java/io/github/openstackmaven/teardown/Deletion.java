package io.github.openstackmaven.teardown;

import io.github.openstackmaven.resource.Failure;
import io.github.openstackmaven.resource.Resource;
import java.time.Instant;
import java.util.Optional;

/**
 * State of the deletion of one resource.
 *
 * @param thing empty while it is not found
 * @param cleared whether it may be deleted: its marks were seen, or need not be
 * @param looksFirst whether it is looked at before its DELETE is sent
 * @param bare how many looks in a row have seen it without marks
 * @param reason why it is still there
 * @param failure of what {@linkplain Failure#kind() kind} the last was; empty while there was none
 */
record Deletion(
        Candidate candidate,
        Optional<Resource> thing,
        boolean cleared,
        boolean looksFirst,
        int bare,
        Evidence evidence,
        State state,
        String reason,
        String failure) {

    /** What is known of it. */
    enum State {
        /** It is there, or may be. */
        OPEN,
        /** The cloud is at its deletion. */
        GOING,
        /** The cloud says that there is none, which is not proven. */
        DOUBTFUL,
        /** It was seen without marks, which one look does not prove. */
        BARE,
        /** It is gone. */
        GONE,
        /** It has no marks any more. */
        SPARED,
        /** Nobody has seen it, and it may yet appear. */
        UNSEEN,
        /** It was never made. */
        UNMADE;

        /** Whether nothing more is to be done. */
        boolean isEnd() {
            return compareTo(GONE) >= 0;
        }

        /** Whether the next answer may say the contrary. */
        boolean isDoubt() {
            return this == DOUBTFUL || this == BARE;
        }
    }

    /** Nothing was tried yet. */
    static Deletion of(Candidate candidate) {
        return new Deletion(
                candidate,
                candidate.thing(),
                !candidate.showsMarks(),
                candidate.entry().isPresent(),
                0,
                Evidence.none(candidate.kind()),
                State.OPEN,
                "it was not asked for yet",
                "");
    }

    /** Whether its DELETE is to be sent now: what is said not to be there is asked for all the same. */
    boolean isToBeAsked() {
        return thing.isPresent() && (state == State.DOUBTFUL || (state == State.OPEN && cleared));
    }

    /** A search by its mark has found it. */
    Deletion found(Resource resource) {
        return with(Optional.of(resource), true, evidence.staying(), State.OPEN, reason);
    }

    /** It was seen with its marks, or need not have any. */
    Deletion seen(Resource resource) {
        Optional<Resource> known = candidate.entry().isPresent()
                ? Optional.of(resource)
                : thing.map(one -> one.withStatus(resource.status()));
        return resource.isBeingDeleted()
                ? with(known, true, evidence.going(), State.GOING, "it is being deleted, and still there")
                : with(known, true, evidence.staying(), State.OPEN, reason);
    }

    /** It was seen without marks, and must have some. */
    Deletion bare(Resource resource) {
        return new Deletion(
                candidate,
                Optional.of(resource),
                false,
                true,
                bare + 1,
                evidence.staying(),
                bare == 0 ? State.BARE : State.SPARED,
                "it shows none of the plugin's marks",
                failure);
    }

    /** The cloud was told to delete it, and does. */
    Deletion accepted(Instant now) {
        return judged(with(thing, cleared, evidence.accept(), State.GOING, "its deletion was accepted"), now);
    }

    /** The cloud says that there is none. */
    Deletion absent(Instant now) {
        return judged(
                with(
                        thing,
                        cleared,
                        evidence.absent(now),
                        State.DOUBTFUL,
                        "the cloud says that there is none, and has not proven it"),
                now);
    }

    /** The cloud shows it as deleted, which is proof when it had accepted that. */
    Deletion toldDeleted(Instant now) {
        return evidence.accepted() ? in(State.GONE) : absent(now);
    }

    /** A request failed. */
    Deletion failed(Failure last) {
        return new Deletion(candidate, thing, cleared, true, 0, evidence, State.OPEN, last.words(), last.kind());
    }

    /** It has come to this. */
    Deletion in(State other) {
        return with(thing, cleared, evidence, other, reason);
    }

    /** What there is to tell of it. */
    Optional<TeardownEvent> event() {
        return switch (state) {
            case OPEN -> Optional.of(refusal());
            case GOING -> thing.map(TeardownEvent.Accepted::new);
            case GONE -> thing.map(TeardownEvent.Deleted::new);
            case SPARED -> thing.map(TeardownEvent.Unmarked::new);
            case UNMADE -> candidate.entry().map(TeardownEvent.NeverCreated::new);
            case DOUBTFUL, BARE, UNSEEN -> Optional.empty();
        };
    }

    private TeardownEvent refusal() {
        return thing.<TeardownEvent>map(known -> new TeardownEvent.Refused(known, reason))
                .orElseGet(
                        () -> new TeardownEvent.LookUpFailed(candidate.entry().orElseThrow(), reason));
    }

    private Deletion judged(Deletion deletion, Instant now) {
        return deletion.evidence().provesGone(now) ? deletion.in(State.GONE) : deletion;
    }

    private Deletion with(Optional<Resource> other, boolean clear, Evidence said, State now, String why) {
        return new Deletion(candidate, other, clear, true, 0, said, now, why, failure);
    }
}
