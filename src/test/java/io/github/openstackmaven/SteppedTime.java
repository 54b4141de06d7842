package io.github.openstackmaven;

import java.time.Duration;
import java.time.Instant;

/** Time passes only while someone sleeps. */
public final class SteppedTime implements Time {
    public static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private Instant now = START;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        now = now.plus(duration);
    }

    /** How much has passed. */
    public Duration elapsed() {
        return Duration.between(START, now);
    }
}
