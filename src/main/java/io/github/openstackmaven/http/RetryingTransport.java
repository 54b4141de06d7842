package io.github.openstackmaven.http;

import io.github.openstackmaven.Time;
import java.time.Duration;
import java.util.Optional;

/** Sends a request again as the policy says; the last failure carries the earlier ones as suppressed. */
public record RetryingTransport(Transport transport, RetryPolicy policy, Time time) implements Transport {

    @Override
    public Response send(Request request) {
        Optional<UnreachableException> earlier = Optional.empty();
        for (int tries = 1; ; tries++) {
            Optional<Duration> pause;
            try {
                Response response = transport.send(request);
                pause = policy.after(request, response, tries, time.now());
                if (pause.isEmpty()) return response;
            } catch (UnreachableException e) {
                earlier.ifPresent(e::addSuppressed);
                earlier = Optional.of(e);
                pause = policy.after(request, e, tries);
                if (pause.isEmpty()) throw e;
            }
            sleep(request, pause.get());
        }
    }

    private void sleep(Request request, Duration pause) {
        try {
            time.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnreachableException.interrupted(request, e);
        }
    }
}
