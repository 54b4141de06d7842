package io.github.openstackmaven;

import java.time.Duration;
import java.time.Instant;

/** Compares lengths and points of time. */
public final class Durations {
    private Durations() {}

    /** The shorter of the two. */
    public static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The longer of the two. */
    public static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The earlier of the two. */
    public static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
