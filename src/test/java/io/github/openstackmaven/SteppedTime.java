package io.github.openstackmaven;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

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

    /** The standard schedule, and none of its pauses is left to chance. */
    public static PollSchedule schedule() {
        PollSchedule standard = PollSchedule.standard();
        return new PollSchedule(standard.first(), standard.longest(), UnaryOperator.identity());
    }

    /** How much has passed. */
    public Duration elapsed() {
        return Duration.between(START, now);
    }
}
