package io.github.openstackmaven.chaos;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.Time;
import java.time.Duration;
import java.time.Instant;

/** A clock that goes on when somebody sleeps, and whose sleepers can be interrupted. */
final class Clock implements Time {
    private static final Duration AGES = Duration.ofDays(2);

    private Instant now = SteppedTime.START;
    private Runnable ticks = () -> {};

    /** Who is told whenever time has passed. */
    void tells(Runnable listener) {
        ticks = listener;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        pass(duration);
    }

    /** Goes on by so much. */
    void pass(Duration duration) {
        synchronized (this) {
            now = now.plus(duration.isNegative() ? Duration.ZERO : duration);
            if (Duration.between(SteppedTime.START, now).compareTo(AGES) > 0) throw new AssertionError("It never ends");
        }
        ticks.run();
    }
}
