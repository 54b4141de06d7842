package io.github.openstackmaven.launch;

import io.github.openstackmaven.ledger.ResourceType;
import java.time.Duration;

/** A step of a launch, for whoever reports progress. Times are since the launch of this server began. */
public sealed interface LaunchEvent {

    /** The server's name; of what several servers share, the first's. */
    String name();

    /** What a server needs was made: a port, volume, keypair, group or floating IP. */
    record Made(String name, ResourceType kind, String id, Duration elapsed) implements LaunchEvent {}

    /** Nova has accepted the create. */
    record Requested(String name, String id) implements LaunchEvent {}

    /** The server's status is another than last time. */
    record StatusChanged(String name, String id, String status, Duration elapsed) implements LaunchEvent {}

    /**
     * Something is still waited for: told when the wait begins, when what is seen changes, and every 15 seconds.
     *
     * @param stage what: {@code ACTIVE}, {@code volume}, {@code address}, {@code tcp 22}, {@code ssh}, {@code cloudInit}, {@code http}, {@code log}
     * @param seen what was last seen of it; empty at the beginning
     */
    record Waiting(String name, String id, String stage, String seen, Duration elapsed) implements LaunchEvent {}

    /**
     * Something that was waited for holds.
     *
     * @param seen what was seen of it: {@code tcp 22 of 192.0.2.1 accepts connections}
     */
    record Held(String name, String id, String stage, String seen, Duration elapsed) implements LaunchEvent {}

    /** All that was waited for holds. */
    record Ready(String name, String id, Duration elapsed) implements LaunchEvent {}

    /** Another attempt is made, since the one before failed so. */
    record Retried(String name, int attempt, String reason) implements LaunchEvent {}

    /** A server that was there already is taken; none is made. */
    record Reused(String name, String id) implements LaunchEvent {}

    /** What was made stays, although the launch failed: that was asked for. */
    record Kept(String name, ResourceType kind, String id) implements LaunchEvent {}

    /** The server could not be launched. */
    record Failed(String name, String reason, Duration elapsed) implements LaunchEvent {}

    /**
     * Something that was made is no longer wanted, and the cloud is deleting it; told when it begins and every 15 seconds.
     *
     * @param elapsed since it began
     */
    record Deleting(String name, ResourceType kind, String id, Duration elapsed) implements LaunchEvent {}

    /** Something that was made is no longer wanted, and gone. */
    record Deleted(String name, ResourceType kind, String id) implements LaunchEvent {}

    /** Something that is no longer wanted could not be deleted. */
    record Left(String name, ResourceType kind, String id, String reason) implements LaunchEvent {}
}
