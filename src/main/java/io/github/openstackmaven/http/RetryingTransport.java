package io.github.openstackmaven.http;

import io.github.openstackmaven.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * Sends a request again as the policy says, within the request's patience; the last failure carries the earlier ones as
 * suppressed.
 *
 * @param jitter what a pause becomes, so that builds which failed together don't come back together
 */
public record RetryingTransport(Transport transport, RetryPolicy policy, Time time, UnaryOperator<Duration> jitter)
        implements Transport {
    // Who hangs once often answers the next; who is slow is given all the time then.
    private static final Duration FIRST_TRY = Duration.ofSeconds(20);

    /** The links from a request that may be sent again down to the one that sends it: again, where it moved to, once. */
    public static Transport over(Transport transport, RetryPolicy policy, Time time) {
        return new RetryingTransport(
                new RedirectingTransport(transport), policy, time, RetryingTransport::upToAQuarterMore);
    }

    /** The same, with no more changes at a time than the service bears. */
    public static Transport over(Transport transport, AdaptiveLimit limit, RetryPolicy policy, Time time) {
        return over(new LimitedTransport(transport, limit), policy, time);
    }

    @Override
    public Response send(Request request) {
        Instant start = time.now();
        Optional<UnreachableException> earlier = Optional.empty();
        for (int tries = 1; ; tries++) {
            Optional<Duration> pause;
            try {
                Response response = transport.send(cut(request, tries));
                pause = policy.after(request, response, tries, since(start), time.now());
                if (isLast(request, pause)) return response;
            } catch (UnreachableException e) {
                earlier.ifPresent(e::addSuppressed);
                earlier = Optional.of(e);
                pause = policy.after(request, e, tries, since(start));
                if (isLast(request, pause)) throw e;
            }
            sleep(request, request.patience().pause(jitter.apply(pause.get())));
        }
    }

    private static Request cut(Request request, int tries) {
        boolean again = tries == 1 && request.repeatable() && request.patience().repeats();
        return again ? request.with(request.patience().answering(FIRST_TRY)) : request;
    }

    private static boolean isLast(Request request, Optional<Duration> pause) {
        return pause.isEmpty()
                || !request.patience().repeats()
                || request.patience().isOver();
    }

    private Duration since(Instant start) {
        return Duration.between(start, time.now());
    }

    private void sleep(Request request, Duration pause) {
        try {
            time.sleep(pause);
        } catch (InterruptedException e) {
            throw UnreachableException.interrupted(request, e);
        }
    }

    private static Duration upToAQuarterMore(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }
}
