package io.github.openstackmaven.output;

import io.github.openstackmaven.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Prints what is new in a console log, as it comes.
 *
 * @param console the log as it is now; empty once the server is gone
 */
public record ConsoleFollower(Supplier<Optional<String>> console, Time time, Consumer<String> out) {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Goes on until the server is gone or the thread is interrupted. */
    public void follow(String seen) {
        ConsoleTail tail = new ConsoleTail(seen);
        try {
            while (true) {
                time.sleep(PAUSE);
                Optional<String> now = console.get();
                if (now.isEmpty()) return;
                out.accept(tail.news(now.get()));
                tail = new ConsoleTail(now.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
