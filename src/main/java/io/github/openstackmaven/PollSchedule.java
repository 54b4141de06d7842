package io.github.openstackmaven;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * How long to wait before looking again: quick at first, slower the longer it takes.
 *
 * @param jitter what a pause becomes, so that builds which began together don't all look at the same moment
 */
public record PollSchedule(Duration first, Duration longest, UnaryOperator<Duration> jitter) {

    /** A quarter of a second at first, five seconds at the most; up to a tenth more or less. */
    public static PollSchedule standard() {
        return new PollSchedule(Duration.ofMillis(250), Duration.ofSeconds(5), PollSchedule::upToATenthMoreOrLess);
    }

    /** Always the same. */
    public static PollSchedule every(Duration pause) {
        return new PollSchedule(pause, pause, UnaryOperator.identity());
    }

    /** A fifth of what has passed, within the bounds. */
    public Duration next(Duration elapsed) {
        return jitter.apply(Durations.longer(first, Durations.shorter(elapsed.dividedBy(5), longest)));
    }

    private static Duration upToATenthMoreOrLess(Duration pause) {
        long tenth = pause.toMillis() / 10;
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(-tenth, tenth + 1));
    }
}
