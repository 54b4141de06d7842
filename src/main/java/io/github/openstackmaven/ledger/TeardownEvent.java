package io.github.openstackmaven.ledger;

import java.time.Duration;

/** A step of a teardown, for whoever reports progress or keeps the ledger. */
public sealed interface TeardownEvent {

    /** What it is about. */
    Resource resource();

    /** The cloud has accepted the deletion, and is at it. */
    record Asked(Resource resource) implements TeardownEvent {}

    /** It is still there; told every 15 seconds. */
    record Waiting(Resource resource, Duration elapsed) implements TeardownEvent {}

    /** It is gone. */
    record Gone(Resource resource) implements TeardownEvent {}

    /** It could not be deleted yet, and is tried again; told once a reason. */
    record Refused(Resource resource, String reason) implements TeardownEvent {}
}
