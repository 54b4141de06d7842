package io.github.openstackmaven.http;

import io.github.openstackmaven.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Tells each request in a line: method, URL, status, milliseconds, request id. Neither headers nor bodies. */
public record TracingTransport(Transport transport, Time time, Consumer<String> trace) implements Transport {

    @Override
    public Response send(Request request) {
        Instant start = time.now();
        try {
            Response response = transport.send(request);
            trace.accept(request + " " + response.status() + " " + since(start)
                    + response.requestId().map(id -> " " + id).orElse(""));
            return response;
        } catch (UnreachableException e) {
            trace.accept(request + " no answer " + since(start));
            throw e;
        }
    }

    private String since(Instant start) {
        return Duration.between(start, time.now()).toMillis() + " ms";
    }
}
