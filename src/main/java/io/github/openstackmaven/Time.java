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
