package io.github.openstackmaven.session;

import io.github.openstackmaven.http.Exchange;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Says that a cloud is asked again and again, as long as it has never answered: who waits for it sees nothing else. */
final class FirstAnswer implements Consumer<Exchange> {
    private static final int AGAIN = 2; // the second try shows that there are more
    private static final int ANSWERED = -1;

    private final Consumer<String> log;
    private final AtomicInteger tries = new AtomicInteger();

    FirstAnswer(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public void accept(Exchange exchange) {
        if (exchange.status().isPresent()) tries.set(ANSWERED);
        else if (tries.updateAndGet(count -> count == ANSWERED ? ANSWERED : count + 1) == AGAIN) {
            log.accept(exchange.error().orElse("No answer") + ". It is asked again, as a rule for a minute");
        }
    }
}
