package io.github.openstackmaven.http;

/** Sends a request and returns the answer, of any status. */
@FunctionalInterface
public interface Transport {
    /**
     * Sends one request and waits for its answer.
     *
     * @throws UnreachableException when no answer comes
     */
    Response send(Request request);
}
