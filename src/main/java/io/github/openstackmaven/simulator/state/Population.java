package io.github.openstackmaven.simulator.state;

import io.github.openstackmaven.simulator.state.Limits.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a cloud has besides what every simulated one has: older images, larger flavors, servers of project demo which
 * somebody else runs, and its networks.
 */
public record Population(int images, int flavors, int servers, int networks) {
    /** A standard cloud. */
    public static final Population NONE = new Population(0, 0, 0, 0);

    private static final String COLLEAGUE = Ids.hex("user/colleague");

    // A network has that many of the servers, each a port.
    private static final int NEIGHBOURS = 250;

    /** What the servers take of the quotas. */
    Map<Limit, Integer> occupied() {
        Flavor flavor = Contents.smallest();
        return Map.of(
                Limit.INSTANCES,
                servers,
                Limit.CORES,
                servers * flavor.vcpus(),
                Limit.RAM,
                servers * flavor.ram(),
                Limit.PORTS,
                servers);
    }

    Stream<Image> moreImages(Instant now) {
        return numbers(images)
                .mapToObj(n -> ImageContents.image("image-%05d".formatted(n), now.minusSeconds(3600L + n))
                        .withSize(n));
    }

    Stream<Flavor> moreFlavors() {
        return numbers(flavors)
                .mapToObj(n -> Contents.flavor("flavor-%05d".formatted(n), 3072 + n % 60 * 1024, 20 + n, 2 + n % 30));
    }

    /** So many, and those that the servers are on. */
    Stream<Network> moreNetworks(Instant now) {
        return Stream.concat(
                        numbers(networks).mapToObj("network-%05d"::formatted),
                        numbers((servers + NEIGHBOURS - 1) / NEIGHBOURS).mapToObj(Population::neighbourhood))
                .map(name -> Network.of(name, "10.250.0", Contents.DEMO, now.minusSeconds(3600)));
    }

    Stream<Port> foreignPorts(Instant now) {
        return numbers(servers)
                .mapToObj(n -> Port.builder(
                                Ids.uuid("port/" + server(n)),
                                Contents.DEMO,
                                Ids.uuid("network/" + neighbourhood((n - 1) / NEIGHBOURS + 1)),
                                "fa:16:3f:00:%02x:%02x".formatted(n >> 8, n & 255),
                                "10.250.0." + (2 + n % NEIGHBOURS),
                                now.minusSeconds(3600))
                        .device(Optional.of(Ids.uuid(server(n))), Port.SERVER)
                        .preMade(false)
                        .revision(4)
                        .build());
    }

    Stream<Server> foreignServers(Instant now) {
        Server.Build build =
                new Server.Build(now.minusSeconds(3600), now.minusSeconds(3590), Optional.empty(), Duration.ZERO);
        return numbers(servers)
                .mapToObj(n -> Server.builder(
                                Ids.uuid(server(n)), Contents.DEMO, COLLEAGUE, labels(n), Contents.smallest(), build)
                        .ports(List.of(Ids.uuid("port/" + server(n))))
                        .createdBy("req-" + Ids.uuid("request/" + server(n))));
    }

    private static Server.Labels labels(int n) {
        return new Server.Labels("server-%05d".formatted(n), Optional.empty(), Map.of(), List.of());
    }

    private static String server(int n) {
        return "server/" + n;
    }

    private static String neighbourhood(int n) {
        return "neighbours-%05d".formatted(n);
    }

    private static IntStream numbers(int most) {
        return IntStream.rangeClosed(1, most);
    }
}
