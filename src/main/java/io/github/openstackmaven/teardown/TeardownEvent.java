package io.github.openstackmaven.teardown;

import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;

/** A step of a teardown, for whoever reports progress or keeps the ledger. */
public sealed interface TeardownEvent {

    /** The cloud has accepted the deletion, and is at it. */
    record Asked(Resource resource) implements TeardownEvent {}

    /** It is still there; told every 15 seconds. */
    record Waiting(Resource resource, Duration elapsed) implements TeardownEvent {}

    /** It is gone. */
    record Gone(Resource resource) implements TeardownEvent {}

    /** It could not be deleted yet, and is tried again; told once a reason. */
    record Refused(Resource resource, String reason) implements TeardownEvent {}

    /** It stays, since it has none of the plugin's marks any more. */
    record Spared(Resource resource) implements TeardownEvent {}

    /** It is on record without an id, and could not be looked for yet; told once a reason. */
    record NotSought(LedgerEntry entry, String reason) implements TeardownEvent {}

    /** It is on record, and was never made. */
    record NeverMade(LedgerEntry entry) implements TeardownEvent {}
}
