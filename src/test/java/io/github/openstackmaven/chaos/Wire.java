package io.github.openstackmaven.chaos;

import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.http.UnreachableException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * A transport whose waits are short, and pass on the clock as the long ones they stand for; and which is cut or interrupts
 * who sends, at a request that is told beforehand.
 */
final class Wire implements Transport {
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Transport transport;
    private final Clock clock;
    private int sent;
    private int cutAt = Integer.MAX_VALUE;
    private int interruptedAt = Integer.MAX_VALUE;

    Wire(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /** The power goes at the nth request. */
    void cutAt(int n) {
        cutAt = n;
    }

    /** Ctrl-C at the nth request. */
    void interruptAt(int n) {
        interruptedAt = n;
    }

    /** A JVM that is no more. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Response send(Request request) {
        sent++;
        if (sent >= cutAt) throw new Killed();
        if (sent == interruptedAt) Thread.currentThread().interrupt();
        try {
            return transport.send(request);
        } catch (UnreachableException e) {
            if (e.getCause() instanceof HttpTimeoutException) clock.pass(limit(request));
            throw e;
        }
    }

    // As the request's patience has it.
    private static Duration limit(Request request) {
        Duration part =
                request.patience().left().get().dividedBy(request.method().equals("POST") ? 2 : 4);
        return shorter(USUAL, shorter(request.patience().answer(), part.compareTo(SHORTEST) < 0 ? SHORTEST : part));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
