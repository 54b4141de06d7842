package io.github.openstackmaven;

import java.time.Duration;
import java.time.Instant;

/** The clock that everything goes by which waits or expires; tests have one of their own. */
public interface Time {
    /** This moment. */
    Instant now();

    /**
     * Lets time pass.
     *
     * @throws InterruptedException when the thread is asked to end
     */
    void sleep(Duration duration) throws InterruptedException;

    /** The same clock, put back so far; what is slept is the same. */
    default Time putBack(Duration ahead) {
        Time here = this;
        return new Time() {
            @Override
            public Instant now() {
                return here.now().minus(ahead);
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                here.sleep(duration);
            }
        };
    }

    /** The machine's clock. */
    static Time system() {
        return new Time() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis());
            }
        };
    }
}
