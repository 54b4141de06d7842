package io.github.openstackmaven.launch;

import java.time.Duration;
import java.time.Instant;

/** The clock that a launch goes by; tests have one of their own. */
public interface Time {
    Instant now();

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
