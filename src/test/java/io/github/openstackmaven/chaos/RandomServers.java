package io.github.openstackmaven.chaos;

import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.FloatingIpSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.IngressRule;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.LocalDisks;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.NetworksSpec.Nic;
import io.github.openstackmaven.plan.Relations;
import io.github.openstackmaven.plan.ServerGroupSpec;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.UserData;
import io.github.openstackmaven.plan.VolumeSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Servers that have of every element of a POM what a number says. */
final class RandomServers {
    private static final String IMAGE = "cirros-0.3.4-x86_64-uec";
    private static final List<String> RULES =
            List.of("tcp 22", "udp 8000-8100 from 10.0.0.0/8", "icmp", "any from group default", "tcp 443 from ::/0");

    private final Random random;

    RandomServers(long seed) {
        this.random = new Random(seed);
    }

    /** One to three, now and then of one description. */
    List<ServerSpec> specs() {
        List<ServerSpec> specs = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        if (chance(4)) return alike(count);
        for (int number = 1; number <= count; number++) specs.add(related(spec(number, specs), specs));
        if (chance(3)) Collections.reverse(specs); // who waits may be described before the one it waits for
        return specs;
    }

    private ServerSpec related(ServerSpec spec, List<ServerSpec> earlier) {
        List<String> dependsOn = earlier.isEmpty() || !chance(3)
                ? List.of()
                : List.of(earlier.get(earlier.size() - 1).name());
        return spec.toBuilder()
                .relations(new Relations(chance(3) ? List.of("app") : List.of(), dependsOn, false))
                .build();
    }

    // No two of them can have the same address.
    private List<ServerSpec> alike(int count) {
        ServerSpec.Builder described =
                spec(1, List.of()).toBuilder().networks(NetworksSpec.of(List.of(Nic.on("private"))));
        if (!chance(3)) return numbered(described, count).toList();
        Relations waiting = new Relations(List.of("app"), List.of("db"), false);
        return Stream.concat(
                        numbered(described.relations(waiting), count),
                        Stream.of(spec(9, List.of()).toBuilder().name("db").build()))
                .toList();
    }

    private static Stream<ServerSpec> numbered(ServerSpec.Builder described, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> described.name("web-" + number).build());
    }

    private ServerSpec spec(int number, List<ServerSpec> earlier) {
        String name = "web-" + number;
        NetworksSpec networks = networks(number);
        boolean lonely = networks instanceof NetworksSpec.None;
        return ServerSpec.builder(
                        name, boot(), chance(4) ? new FlavorSpec.AtLeast(1, 256, 1) : new FlavorSpec.Named("d1.tiny"))
                .networks(networks)
                .access(new AccessSpec(
                        lonely || chance(2) ? List.of() : List.of("default"),
                        lonely
                                ? List.of()
                                : RULES.stream()
                                        .filter(rule -> chance(4))
                                        .map(IngressRule::parse)
                                        .toList(),
                        key(),
                        maybe(!lonely && chance(3), () -> new FloatingIpSpec(Optional.empty())),
                        chance(5)))
                .serverGroup(maybe(chance(3), () -> new ServerGroupSpec("cluster", ServerGroupPolicy.SOFT_AFFINITY)))
                .volumes(Stream.generate(this::volume).limit(random.nextInt(3)).toList())
                .metadata(chance(2) ? Map.of("role", "web", "empty", "") : Map.of())
                .options(options(earlier))
                .build();
    }

    private BootSpec boot() {
        ImageSpec image = chance(3)
                ? new ImageSpec.Matching(
                        Optional.of(IMAGE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("public"),
                        List.of(),
                        Map.of(),
                        true)
                : new ImageSpec.Named(IMAGE);
        return chance(3)
                ? new BootSpec.OnVolume(new VolumeSpec.New(
                        Optional.empty(), new VolumeSpec.OfImage(image), size(), Optional.empty(), chance(2)))
                : new BootSpec.LocalDisk(image);
    }

    private VolumeSpec volume() {
        return new VolumeSpec.New(
                Optional.empty(), new VolumeSpec.Blank(), Optional.of(1), Optional.empty(), chance(2));
    }

    private Optional<Integer> size() {
        return maybe(chance(2), () -> 1 + random.nextInt(3));
    }

    private NetworksSpec networks(int number) {
        Optional<String> tag = maybe(chance(3), () -> "front");
        Nic lan = new Nic(Optional.of("private"), Optional.empty(), Optional.empty(), tag);
        Nic fixed = new Nic(
                Optional.of("private"), Optional.empty(), Optional.of("10.10.0." + (100 + number)), Optional.empty());
        return switch (random.nextInt(5)) {
            case 0 -> new NetworksSpec.None();
            case 1 -> new NetworksSpec.Listed(List.of(fixed));
            case 2 -> new NetworksSpec.Listed(List.of(fixed, Nic.on("lan")));
            default -> new NetworksSpec.Listed(List.of(lan));
        };
    }

    private KeySpec key() {
        return switch (random.nextInt(3)) {
            case 0 -> new KeySpec.None();
            case 1 -> new KeySpec.Existing("demo-key", Optional.empty());
            default -> new KeySpec.Ephemeral();
        };
    }

    private ServerOptions options(List<ServerSpec> earlier) {
        return ServerOptions.builder()
                .description(maybe(chance(3), () -> "for tests"))
                .tags(chance(3) ? List.of("ci", "nightly") : List.of())
                .hostname(maybe(chance(3), () -> "www"))
                .userData(maybe(chance(2), () -> userData(earlier)))
                .configDrive(chance(3))
                .availabilityZones(chance(4) ? List.of("nova") : List.of())
                .adminPassword(maybe(chance(4), () -> Secret.of("hunter2-of-tests")))
                .localDisks(new LocalDisks(maybe(chance(3), () -> 1 + random.nextInt(64)), maybe(chance(4), () -> 1)))
                .build();
    }

    private UserData userData(List<ServerSpec> earlier) {
        String of = earlier.isEmpty() ? "nobody" : "@{server." + earlier.get(0).name() + ".id}";
        return ServerSpecs.userData("#!/bin/sh\necho " + of + "\n");
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private static <T> Optional<T> maybe(boolean wanted, Supplier<T> value) {
        return wanted ? Optional.of(value.get()) : Optional.empty();
    }
}
