package io.github.openstackmaven.http;

import java.util.function.Consumer;

/** Tells each request in a line: method, URL, status, milliseconds, request id. */
public record Trace(Consumer<String> log) implements Consumer<Exchange> {

    @Override
    public void accept(Exchange exchange) {
        log.accept(exchange.method() + " " + exchange.uri() + " "
                + exchange.status().map(String::valueOf).orElse("no answer") + " "
                + exchange.duration().toMillis() + " ms"
                + exchange.requestId().map(id -> " " + id).orElse(""));
    }
}
