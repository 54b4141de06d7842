package io.github.openstackmaven.http;

import io.github.openstackmaven.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells of each request, answered or not, on the thread that sent it. */
public record ObservedTransport(Transport transport, Time time, Consumer<Exchange> observer) implements Transport {

    @Override
    public Response send(Request request) {
        Instant start = time.now();
        try {
            Response response = transport.send(request);
            observer.accept(
                    exchange(request, start, Optional.of(response.status()), response.requestId(), Optional.empty()));
            return response;
        } catch (UnreachableException e) {
            observer.accept(exchange(request, start, Optional.empty(), Optional.empty(), Optional.of(e.getMessage())));
            throw e;
        }
    }

    private Exchange exchange(
            Request request,
            Instant start,
            Optional<Integer> status,
            Optional<String> requestId,
            Optional<String> error) {
        return new Exchange(
                request.method(), request.uri(), status, start, Duration.between(start, time.now()), requestId, error);
    }
}
