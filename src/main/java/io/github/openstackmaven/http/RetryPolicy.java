package io.github.openstackmaven.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/**
 * When a request is sent again, and how soon.
 *
 * @param connects how often when no connection came about, or when it broke before the answer to a request that changes
 *     nothing
 * @param statuses how often when the service says that it is busy or not quite there
 */
public record RetryPolicy(int connects, int statuses) {
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** What holds where the cloud's settings say nothing. */
    public static RetryPolicy standard() {
        return new RetryPolicy(2, 4);
    }

    /** How long to wait before the next try after no answer came; empty to give up. */
    public Optional<Duration> after(Request request, UnreachableException failure, int triesSoFar) {
        boolean again = failure.passing() && (!failure.mayHaveArrived() || request.repeatable());
        return again && triesSoFar <= connects ? Optional.of(backoff(triesSoFar)) : Optional.empty();
    }

    /**
     * How long to wait before the next try after that answer; empty to take it as it is. A request that makes something
     * is repeated only when it was certainly not heeded.
     */
    public Optional<Duration> after(Request request, Response response, int triesSoFar, Instant now) {
        boolean again =
                PASSING.contains(response.status()) && (response.status() == TOO_MANY_REQUESTS || request.repeatable());
        if (!again || triesSoFar > statuses) return Optional.empty();
        return Optional.of(response.headers()
                .firstValue("Retry-After")
                .flatMap(text -> retryAfter(text, now))
                .orElse(backoff(triesSoFar)));
    }

    // Seconds or a date: RFC 9110, section 10.2.3.
    private static Optional<Duration> retryAfter(String text, Instant now) {
        try {
            Duration wait = text.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text.strip()))
                    : Duration.between(now, ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
            return Optional.of(wait.isNegative() ? Duration.ZERO : shorter(wait, LONGEST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration backoff(int triesSoFar) {
        return shorter(FIRST.multipliedBy(1L << Math.min(triesSoFar - 1, 10)), LONGEST);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
