package io.github.openstackmaven.simulator;

import io.github.openstackmaven.simulator.state.BuildTime;
import io.github.openstackmaven.simulator.state.Flavor;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Limits;
import io.github.openstackmaven.simulator.state.Limits.Limit;
import io.github.openstackmaven.simulator.state.Population;
import io.github.openstackmaven.simulator.state.Release;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a simulated cloud behaves.
 *
 * @param tokenLife how long a token is good for
 * @param buildTime from BUILD to ACTIVE
 * @param snapshotTime until the image of a server is active
 * @param latency of each request
 * @param limits how much a project may have
 * @param population what else there is
 * @param clock what time it is on the cloud; everything that takes time there is told by it
 * @param pause lets time pass before an answer that latency or a fault makes late
 * @param absent types of services that the catalog lacks; without an image service images are seen through Nova's proxy only
 * @param release whose services these are
 * @param newest minor number of the newest microversion that Nova speaks: 93 for 2.93
 * @param flavors further ones
 * @param recording whether its requests are to be asked for afterwards, and so are kept
 * @param guests brings the machines to life that it is told of; its catalog says where they are asked for
 */
public record Options(
        Duration tokenLife,
        BuildTime buildTime,
        Duration snapshotTime,
        Duration latency,
        Limits limits,
        Population population,
        InstantSource clock,
        Consumer<Duration> pause,
        Set<String> absent,
        Release release,
        int newest,
        List<Flavor> flavors,
        boolean recording,
        Optional<Function<Function<String, Resident>, Doors>> guests) {

    public Options {
        absent = Set.copyOf(absent);
        flavors = List.copyOf(flavors);
    }

    /** Tokens of an hour, builds of 300 ms, no latency, the laboratory's quotas and contents, the system's clock. */
    public static Options standard() {
        return builder().build();
    }

    /** The standard, to be changed. */
    public static Builder builder() {
        return new Builder();
    }

    /** What there is a quota of. */
    public static List<String> quotas() {
        return Stream.of(Limit.values()).map(Limit::word).toList();
    }

    /** The releases it can be of, the oldest first. */
    public static List<String> releases() {
        return Stream.of(Release.values()).map(Release::word).toList();
    }

    /** What a cloud is made of, each by its name. */
    public static final class Builder {
        private final Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
        private final List<Flavor> more = new ArrayList<>();
        private Duration tokenLife = Duration.ofHours(1);
        private BuildTime buildTime = new BuildTime(Duration.ofMillis(300), Duration.ofMillis(300));
        private Duration snapshotTime = Duration.ofMillis(100);
        private Duration latency = Duration.ZERO;
        private int images;
        private int flavors;
        private int servers;
        private int networks;
        private InstantSource clock = InstantSource.system();
        private Consumer<Duration> pause = duration -> LockSupport.parkNanos(duration.toNanos());
        private final Set<String> absent = new HashSet<>();
        private Release release = Release.ZED;
        private Optional<Integer> newest = Optional.empty();
        private boolean recording = true;
        private Optional<Function<Function<String, Resident>, Doors>> guests = Optional.empty();

        private Builder() {}

        /** How long a token is good for. */
        public Builder tokenLife(Duration value) {
            tokenLife = value;
            return this;
        }

        /** From BUILD to ACTIVE, the same for each server. */
        public Builder buildTime(Duration value) {
            return buildTime(value, value);
        }

        /** From BUILD to ACTIVE, for each server another time between these; it follows from the how manieth it is. */
        public Builder buildTime(Duration shortest, Duration longest) {
            if (longest.compareTo(shortest) < 0) throw new IllegalArgumentException("The longest is the shorter one");
            buildTime = new BuildTime(shortest, longest);
            return this;
        }

        /** How long the image of a server takes until it is active, beside what the server's metadata says. */
        public Builder snapshotTime(Duration value) {
            snapshotTime = value;
            return this;
        }

        /** How long each request is under way; others are answered meanwhile. */
        public Builder latency(Duration value) {
            latency = value;
            return this;
        }

        /**
         * How much project demo may have.
         *
         * @param what one of {@link #quotas}
         * @param most -1 is without limit
         */
        public Builder quota(String what, int most) {
            Limit limit = Stream.of(Limit.values())
                    .filter(one -> one.word().equals(what))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no quota of " + what));
            limits.put(limit, most);
            return this;
        }

        /** So many older public images, {@code image-00001} and so on. */
        public Builder images(int more) {
            images = more;
            return this;
        }

        /** So many larger flavors, {@code flavor-00001} and so on. */
        public Builder flavors(int more) {
            flavors = more;
            return this;
        }

        /** So many servers that somebody else runs in project demo, beside what the quotas allow. */
        public Builder servers(int foreign) {
            servers = foreign;
            return this;
        }

        /** So many networks of project demo, {@code network-00001} and so on. */
        public Builder networks(int more) {
            networks = more;
            return this;
        }

        /** What time it is on the cloud. */
        public Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        /** How late answers wait. */
        public Builder pause(Consumer<Duration> value) {
            pause = value;
            return this;
        }

        /** No such service in the catalog, by none of these types. */
        public Builder without(String... types) {
            absent.addAll(List.of(types));
            return this;
        }

        /**
         * Which OpenStack it is.
         *
         * @param name one of {@link #releases}
         */
        public Builder release(String name) {
            release = Release.of(name).orElseThrow(() -> new IllegalArgumentException("There is no release " + name));
            return this;
        }

        /** A Nova that speaks no later microversion than 2.{@code minor}. */
        public Builder newestMicroversion(int minor) {
            newest = Optional.of(minor);
            return this;
        }

        /**
         * One more flavor: as small as {@code m1.tiny}, and with further disks.
         *
         * @param swap MiB
         * @param ephemeral GiB
         */
        public Builder flavor(String name, int swap, int ephemeral) {
            more.add(new Flavor(Ids.uuid("flavor/" + name), name, 512, 1, 1, swap, ephemeral));
            return this;
        }

        /** One that runs for long, and keeps no request. */
        public Builder withoutRecording() {
            recording = false;
            return this;
        }

        /** Guests that other processes are to find, too. */
        public Builder guests(Function<Function<String, Resident>, Doors> value) {
            guests = Optional.of(value);
            return this;
        }

        /** A cloud of these. */
        public Options build() {
            Population population = new Population(images, flavors, servers, networks);
            return new Options(
                    tokenLife,
                    buildTime,
                    snapshotTime,
                    latency,
                    new Limits(limits).beside(population),
                    population,
                    clock,
                    pause,
                    absent,
                    release,
                    newest.orElse(release.nova()),
                    more,
                    recording,
                    guests);
        }
    }
}
