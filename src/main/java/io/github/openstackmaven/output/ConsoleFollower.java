package io.github.openstackmaven.output;

import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Prints what is new in a console log, as it comes. */
public final class ConsoleFollower {
    private static final PollSchedule SCHEDULE = PollSchedule.every(Duration.ofSeconds(2));

    private final Supplier<Optional<String>> console;
    private final Time time;
    private final Consumer<String> out;
    private ConsoleTail seen;

    /**
     * A follower of one server's.
     *
     * @param console the log as it is now; empty once the server is gone
     * @param seen what was printed of it before
     */
    public ConsoleFollower(Supplier<Optional<String>> console, String seen, Time time, Consumer<String> out) {
        this.console = console;
        this.time = time;
        this.out = out;
        this.seen = new ConsoleTail(seen);
    }

    /** Goes on until the server is gone or the thread is interrupted. */
    public void follow() {
        try {
            new Poll(time, SCHEDULE, Instant.MAX, "following the console", Poll.silent()).until(left -> look());
        } catch (InterruptedWaitException e) {
            return; // as was asked for
        }
    }

    private Poll.Look<String> look() {
        Optional<String> now = console.get();
        if (now.isEmpty()) return Poll.Look.done("gone");
        out.accept(seen.news(now.get()));
        seen = new ConsoleTail(now.get());
        return Poll.Look.notYet("more may come");
    }
}
