package io.github.openstackmaven.teardown;

import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.util.Optional;

/** Event of a teardown, for whoever reports progress or keeps the ledger. */
public sealed interface TeardownEvent {

    /** The server that is gone by it. */
    default Optional<Resource> deletedServer() {
        return Optional.empty();
    }

    /** The cloud has accepted the deletion, and is at it. */
    record Accepted(Resource resource) implements TeardownEvent {}

    /** It is still there; told every 15 seconds. */
    record Waiting(Resource resource, Duration elapsed) implements TeardownEvent {}

    /** It is gone. */
    record Deleted(Resource resource) implements TeardownEvent {
        @Override
        public Optional<Resource> deletedServer() {
            return Optional.of(resource).filter(one -> one.kind() == ResourceType.SERVER);
        }
    }

    /** It could not be deleted yet, and is tried again; told once a reason. */
    record Refused(Resource resource, String reason) implements TeardownEvent {}

    /** It stays, since it has none of the plugin's marks any more. */
    record Unmarked(Resource resource) implements TeardownEvent {}

    /** It is on record without an id, and could not be looked for yet; told once a reason. */
    record LookUpFailed(LedgerEntry entry, String reason) implements TeardownEvent {}

    /** It is on record, and was never made. */
    record NeverCreated(LedgerEntry entry) implements TeardownEvent {}
}
