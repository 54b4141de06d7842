package io.github.openstackmaven.launch;

import java.time.Instant;

/** The time that a launch has. */
public record LaunchTime(Instant began, Instant deadline) {}
