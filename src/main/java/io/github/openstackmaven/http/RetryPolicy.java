package io.github.openstackmaven.http;

import io.github.openstackmaven.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * When a request is sent again, and how soon.
 *
 * @param connects how often when no connection came about, or when it broke before the answer to a request that changes
 *     nothing
 * @param statuses how often when the service says that it is busy or not quite there
 */
public record RetryPolicy(Retries connects, Retries statuses) {
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int OVER_LIMIT = 413;
    private static final int BUSY = 503;
    private static final int DEFECT = 500;
    private static final int TRIES_AT_A_DEFECT = 3; // most stay
    private static final int TRIES_AT_A_PAGE = 5; // of a proxy, say: some stay
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /**
     * How long to wait before the next try after no answer came; empty to give up.
     *
     * @param tries how many there were
     * @param elapsed since the first began
     */
    public Optional<Duration> after(Request request, UnreachableException failure, int tries, Duration elapsed) {
        boolean again = failure.passing() && (!failure.mayHaveArrived() || request.repeatable());
        return again ? connects.after(tries, elapsed) : Optional.empty();
    }

    /**
     * How long to wait before the next try after that answer, no shorter than the service asks for and never at once; empty
     * to take it as it is. A request that makes something is repeated only when it was certainly not heeded.
     */
    public Optional<Duration> after(Request request, Response response, int tries, Duration elapsed, Instant now) {
        if (!isPassing(request, response, tries)) return Optional.empty();
        return statuses.after(tries, elapsed)
                .map(pause -> Durations.longer(pause, retryAfter(response, now).orElse(Duration.ZERO)));
    }

    /** How long a service asks to be left alone: <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110</a>. */
    static Optional<Duration> retryAfter(Response response, Instant now) {
        return response.headers().firstValue("Retry-After").flatMap(text -> parsed(text.strip(), now));
    }

    private static boolean isPassing(Request request, Response response, int tries) {
        int status = response.status();
        if (status == TOO_MANY_REQUESTS || isOverLimit(response)) return true;
        if (status == DEFECT) return request.repeatable() && tries < TRIES_AT_A_DEFECT;
        if (response.successful()) {
            return request.repeatable()
                    && tries < TRIES_AT_A_PAGE
                    && !request.readable().test(response);
        }
        return PASSING.contains(status) && request.repeatable();
    }

    /** Whether a service says that it is asked too much at a time. */
    static boolean isTooMuch(Response response) {
        return response.status() == TOO_MANY_REQUESTS || response.status() == BUSY || isOverLimit(response);
    }

    /** Whether that is 429's elder; a quota's refusal has the same status, and often the header too, mostly of no seconds. */
    static boolean isOverLimit(Response response) {
        return response.status() == OVER_LIMIT
                && response.headers()
                        .firstValue("Retry-After")
                        .filter(text -> !text.strip().equals("0"))
                        .isPresent()
                && !HttpStatusException.tellsOfQuota(ErrorBody.words(response));
    }

    private static Optional<Duration> parsed(String text, Instant now) {
        try {
            Duration wait = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            if (wait.isNegative()) return Optional.of(Duration.ZERO);
            return Optional.of(Durations.shorter(wait, LONGEST));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
