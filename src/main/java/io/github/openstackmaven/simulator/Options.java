package io.github.openstackmaven.simulator;

import io.github.openstackmaven.simulator.state.Flavor;
import io.github.openstackmaven.simulator.state.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How a simulated cloud behaves.
 *
 * @param tokenLife how long a token is good for
 * @param buildTime from BUILD to ACTIVE
 * @param clock what time it is on the cloud; everything that takes time there is told by it
 * @param pause lets time pass before an answer that a fault makes late
 * @param imageService whether the catalog has one; without it images are seen through Nova's proxy only
 * @param flavors further ones
 * @param newest minor number of the newest microversion that Nova speaks: 93 for 2.93
 */
public record Options(
        Duration tokenLife,
        Duration buildTime,
        InstantSource clock,
        Consumer<Duration> pause,
        boolean imageService,
        int newest,
        List<Flavor> flavors) {
    private static final int ZED = 93;

    /** Tokens of an hour, builds of 300 ms, the system's clock. */
    public static Options standard() {
        return new Options(
                Duration.ofHours(1),
                Duration.ofMillis(300),
                InstantSource.system(),
                Options::sleep,
                true,
                ZED,
                List.of());
    }

    /** The same with tokens that live that long. */
    public Options withTokenLife(Duration life) {
        return new Options(life, buildTime, clock, pause, imageService, newest, flavors);
    }

    /** The same with builds that take that long. */
    public Options withBuildTime(Duration time) {
        return new Options(tokenLife, time, clock, pause, imageService, newest, flavors);
    }

    /** The same with another clock. */
    public Options withClock(InstantSource source) {
        return new Options(tokenLife, buildTime, source, pause, imageService, newest, flavors);
    }

    /** The same, where late answers wait another way. */
    public Options withPause(Consumer<Duration> other) {
        return new Options(tokenLife, buildTime, clock, other, imageService, newest, flavors);
    }

    /** The same without an image service in the catalog. */
    public Options withoutImageService() {
        return new Options(tokenLife, buildTime, clock, pause, false, newest, flavors);
    }

    /** The same with a Nova that speaks no later microversion than 2.{@code minor}. */
    public Options withNewestMicroversion(int minor) {
        return new Options(tokenLife, buildTime, clock, pause, imageService, minor, flavors);
    }

    /**
     * The same with one more flavor: as small as {@code m1.tiny}, and with further disks.
     *
     * @param swap MiB
     * @param ephemeral GiB
     */
    public Options withFlavor(String name, int swap, int ephemeral) {
        Flavor flavor = new Flavor(Ids.uuid("flavor/" + name), name, 512, 1, 1, swap, ephemeral);
        List<Flavor> all = Stream.concat(flavors.stream(), Stream.of(flavor)).toList();
        return new Options(tokenLife, buildTime, clock, pause, imageService, newest, all);
    }

    private static void sleep(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
