package io.github.openstackmaven.http;

import io.github.openstackmaven.Durations;
import java.time.Duration;
import java.util.Optional;

/**
 * How often a request is sent again, and how long the pauses are, as keystoneauth's {@code connect_retries} and
 * {@code connect_retry_delay} say it.
 *
 * @param most how often; empty: as often as a minute allows
 * @param delay before each; empty: half a second at first, and twice as long each time
 */
public record Retries(Optional<Integer> most, Optional<Duration> delay) {
    private static final Duration BUDGET = Duration.ofMinutes(1);
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** As often as a minute allows. */
    public static Retries standard() {
        return new Retries(Optional.empty(), Optional.empty());
    }

    /** How long to wait before the next try; empty when it was the last. */
    Optional<Duration> after(int tries, Duration elapsed) {
        Duration pause = delay.orElseGet(() -> backoff(tries));
        boolean again = most.map(times -> tries <= times)
                .orElseGet(() -> elapsed.plus(pause).compareTo(BUDGET) <= 0);
        return again ? Optional.of(pause) : Optional.empty();
    }

    private static Duration backoff(int tries) {
        Duration grown = FIRST.multipliedBy(1L << Math.min(tries - 1, 10));
        return Durations.shorter(grown, LONGEST);
    }
}
