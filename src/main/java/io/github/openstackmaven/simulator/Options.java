package io.github.openstackmaven.simulator;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a simulated cloud behaves.
 *
 * @param tokenLife how long a token is good for
 * @param buildTime from BUILD to ACTIVE
 * @param clock what time it is on the cloud; everything that takes time there is told by it
 * @param imageService whether the catalog has one; without it images are seen through Nova's proxy only
 */
public record Options(Duration tokenLife, Duration buildTime, InstantSource clock, boolean imageService) {

    /** Tokens of an hour, builds of 300 ms, the system's clock. */
    public static Options standard() {
        return new Options(Duration.ofHours(1), Duration.ofMillis(300), InstantSource.system(), true);
    }

    /** The same with tokens that live that long. */
    public Options withTokenLife(Duration life) {
        return new Options(life, buildTime, clock, imageService);
    }

    /** The same with builds that take that long. */
    public Options withBuildTime(Duration time) {
        return new Options(tokenLife, time, clock, imageService);
    }

    /** The same with another clock. */
    public Options withClock(InstantSource source) {
        return new Options(tokenLife, buildTime, source, imageService);
    }

    /** The same without an image service in the catalog. */
    public Options withoutImageService() {
        return new Options(tokenLife, buildTime, clock, false);
    }
}
