package io.github.openstackmaven.teardown;

import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Event of a teardown, for whoever reports progress or keeps the ledger. */
public sealed interface TeardownEvent {

    /** Does what is to be done about it, by what it is. */
    void match(Cases cases);

    /** What is gone by it. */
    default Optional<Resource> gone() {
        return Optional.empty();
    }

    /** Which entry on record is over by it: the thing is gone, or never was. */
    default Optional<Predicate<LedgerEntry>> ended() {
        return gone().map(one -> entry -> entry.isOf(one.kind(), one.id(), one.mark()));
    }

    /** One case for each: an event that is new does not compile until it is told everywhere. */
    interface Cases {
        void accepted(Accepted event);

        void waiting(Waiting event);

        void deleted(Deleted event);

        void refused(Refused event);

        void unmarked(Unmarked event);

        void lookUpFailed(LookUpFailed event);

        void neverCreated(NeverCreated event);
    }

    /** The cloud has accepted the deletion, and is at it. */
    record Accepted(Resource resource) implements TeardownEvent {
        @Override
        public void match(Cases cases) {
            cases.accepted(this);
        }
    }

    /** It is still there; told every 15 seconds. */
    record Waiting(Resource resource, Duration elapsed) implements TeardownEvent {
        @Override
        public void match(Cases cases) {
            cases.waiting(this);
        }
    }

    /** It is gone. */
    record Deleted(Resource resource) implements TeardownEvent {
        @Override
        public void match(Cases cases) {
            cases.deleted(this);
        }

        @Override
        public Optional<Resource> gone() {
            return Optional.of(resource);
        }
    }

    /** It could not be deleted yet, and is tried again; told once a reason. */
    record Refused(Resource resource, String reason) implements TeardownEvent {
        @Override
        public void match(Cases cases) {
            cases.refused(this);
        }
    }

    /** It stays, since it has none of the plugin's marks any more. */
    record Unmarked(Resource resource) implements TeardownEvent {
        @Override
        public void match(Cases cases) {
            cases.unmarked(this);
        }
    }

    /** It is on record without an id, and could not be looked for yet; told once a reason. */
    record LookUpFailed(LedgerEntry entry, String reason) implements TeardownEvent {
        @Override
        public void match(Cases cases) {
            cases.lookUpFailed(this);
        }
    }

    /** It is on record, and was never made. */
    record NeverCreated(LedgerEntry entry) implements TeardownEvent {
        @Override
        public Optional<Predicate<LedgerEntry>> ended() {
            return Optional.of(other -> other.launch().equals(entry.launch()));
        }

        @Override
        public void match(Cases cases) {
            cases.neverCreated(this);
        }
    }
}
