package io.github.openstackmaven.http;

import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

/** Sends no more requests that change something at a time than the limit has places. */
record LimitedTransport(Transport transport, AdaptiveLimit limit) implements Transport {

    @Override
    public Response send(Request request) {
        if (!request.changes()) return transport.send(request);
        long entered = entered(request);
        boolean tooMuch = false;
        try {
            Response response = transport.send(request);
            tooMuch = RetryPolicy.isTooMuch(response);
            return response;
        } finally {
            limit.leave(entered, tooMuch);
        }
    }

    private long entered(Request request) {
        try {
            OptionalLong entered = limit.enter(request.patience());
            return entered.orElseThrow(() -> unsent(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException(
                    "Interrupted before " + request + " was sent", "Run the goal again.", false, false, e);
        }
    }

    private UnreachableException unsent(Request request) {
        return new UnreachableException(
                request + " was not sent: " + limit.places() + " others were still under way",
                "Raise <timeout> (-Dopenstack.timeout=20m) if the cloud is slow.",
                false,
                false,
                new TimeoutException());
    }
}
