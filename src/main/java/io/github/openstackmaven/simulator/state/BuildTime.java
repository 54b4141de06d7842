package io.github.openstackmaven.simulator.state;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long servers take from BUILD to ACTIVE: each its own time, the same in every simulator. */
public record BuildTime(Duration shortest, Duration longest) {

    /** The time of the how manieth server. */
    Duration of(int server) {
        double part = new SplittableRandom(server).nextDouble();
        return shortest.plusNanos((long) (part * longest.minus(shortest).toNanos()));
    }

    /** What else changes, volumes and deletions, takes that long. */
    Duration pace() {
        return shortest.dividedBy(3);
    }
}
