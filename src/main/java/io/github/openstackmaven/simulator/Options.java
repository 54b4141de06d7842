package io.github.openstackmaven.simulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * How a simulated cloud behaves.
 *
 * @param tokenLife how long a token is good for
 * @param buildTime from BUILD to ACTIVE
 * @param clock what time it is on the cloud; everything that takes time there is told by it
 * @param pause lets time pass before an answer that a fault makes late
 * @param imageService whether the catalog has one; without it images are seen through Nova's proxy only
 * @param newest minor number of the newest microversion that Nova speaks: 93 for 2.93
 */
public record Options(
        Duration tokenLife,
        Duration buildTime,
        InstantSource clock,
        Consumer<Duration> pause,
        boolean imageService,
        int newest) {
    private static final int ZED = 93;

    /** Tokens of an hour, builds of 300 ms, the system's clock. */
    public static Options standard() {
        return new Options(
                Duration.ofHours(1), Duration.ofMillis(300), InstantSource.system(), Options::sleep, true, ZED);
    }

    /** The same with tokens that live that long. */
    public Options withTokenLife(Duration life) {
        return new Options(life, buildTime, clock, pause, imageService, newest);
    }

    /** The same with builds that take that long. */
    public Options withBuildTime(Duration time) {
        return new Options(tokenLife, time, clock, pause, imageService, newest);
    }

    /** The same with another clock. */
    public Options withClock(InstantSource source) {
        return new Options(tokenLife, buildTime, source, pause, imageService, newest);
    }

    /** The same, where late answers wait another way. */
    public Options withPause(Consumer<Duration> other) {
        return new Options(tokenLife, buildTime, clock, other, imageService, newest);
    }

    /** The same without an image service in the catalog. */
    public Options withoutImageService() {
        return new Options(tokenLife, buildTime, clock, pause, false, newest);
    }

    /** The same with a Nova that speaks no later microversion than 2.{@code minor}. */
    public Options withNewestMicroversion(int minor) {
        return new Options(tokenLife, buildTime, clock, pause, imageService, minor);
    }

    private static void sleep(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
