package io.github.openstackmaven;

import java.time.Duration;

/** How long to wait before looking again: quick at first, slower the longer it takes. */
public record PollSchedule(Duration first, Duration longest) {

    /** A quarter of a second at first, five seconds at the most. */
    public static PollSchedule standard() {
        return new PollSchedule(Duration.ofMillis(250), Duration.ofSeconds(5));
    }

    /** A fifth of what has passed, within the bounds. */
    public Duration next(Duration elapsed) {
        Duration fifth = elapsed.dividedBy(5);
        if (fifth.compareTo(first) < 0) return first;
        return fifth.compareTo(longest) > 0 ? longest : fifth;
    }
}
