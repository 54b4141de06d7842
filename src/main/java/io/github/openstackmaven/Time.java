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

    /**
     * Lets time pass; none where the duration is none or negative.
     *
     * @param doing what is waited for, for the message of an interrupt: {@code looking at the cloud}
     * @throws InterruptedWaitException when the thread is interrupted
     */
    default void pause(Duration duration, String doing) {
        try {
            if (Thread.interrupted()) throw new InterruptedException();
            if (!duration.isNegative() && !duration.isZero()) sleep(duration);
        } catch (InterruptedException e) {
            throw InterruptedWaitException.of(doing, "", e);
        }
    }

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
