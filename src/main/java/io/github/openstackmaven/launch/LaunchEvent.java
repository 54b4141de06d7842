package io.github.openstackmaven.launch;

import java.time.Duration;

/** A step of a launch, for whoever reports progress. */
public sealed interface LaunchEvent {

    /** The server's name. */
    String name();

    /** The server's id. */
    String id();

    /** Nova has accepted the create. */
    record Requested(String name, String id) implements LaunchEvent {}

    /**
     * The server's status is another than last time.
     *
     * @param elapsed since the launch began
     */
    record StatusChanged(String name, String id, String status, Duration elapsed) implements LaunchEvent {}

    /** A server that did not become ACTIVE could not be deleted. */
    record Left(String name, String id, String reason) implements LaunchEvent {}

    /** A server that did not become ACTIVE was given back. */
    record Deleted(String name, String id) implements LaunchEvent {}
}
