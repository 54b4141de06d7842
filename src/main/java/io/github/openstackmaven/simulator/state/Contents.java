package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a cloud has when it starts. */
public record Contents(
        List<Image> images,
        List<Flavor> flavors,
        List<Network> networks,
        List<Port> ports,
        List<SecurityGroup> securityGroups,
        List<Keypair> keypairs,
        List<Server> servers) {
    public static final String DEMO = Ids.hex("project/demo");
    public static final String OTHER = Ids.hex("project/other");
    public static final String ADMIN = Ids.hex("project/admin");
    public static final String DEMO_USER = Ids.hex("user/demo");

    /**
     * What there is always, and further flavors, and a population.
     *
     * @param wide whether networks have room for thousands of ports
     */
    public static Contents at(Instant now, List<Flavor> flavors, Population population, boolean wide) {
        List<Network> networks = NetworkContents.networks(now);
        return new Contents(
                and(ImageContents.at(now), population.moreImages(now)),
                and(sizes(), Stream.concat(flavors.stream(), population.moreFlavors())),
                and(networks, population.moreNetworks(now)).stream()
                        .map(network -> wide ? network.wide() : network)
                        .toList(),
                and(NetworkContents.ports(networks, now), population.foreignPorts(now)),
                NetworkContents.securityGroups(now),
                keypairs(now),
                population.foreignServers(now).toList());
    }

    private static <T> List<T> and(List<T> some, Stream<T> more) {
        return Stream.concat(some.stream(), more).toList();
    }

    private static List<Flavor> sizes() {
        return List.of(
                flavor("m1.tiny", 512, 1, 1),
                flavor("m1.small", 2048, 20, 1),
                flavor("m1.medium", 4096, 40, 2),
                flavor("m1.large", 8192, 80, 4),
                flavor("m1.xlarge", 16384, 160, 8),
                flavor("m1.huge", 512, 900000, 1));
    }

    static Flavor smallest() {
        return sizes().get(0);
    }

    static Flavor flavor(String name, int ram, int disk, int vcpus) {
        return new Flavor(Ids.uuid("flavor/" + name), name, ram, disk, vcpus, 0, 0);
    }

    private static List<Keypair> keypairs(Instant now) {
        return List.of(new Keypair(
                1,
                DEMO_USER,
                "demo-key",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH6b7+NJDzCXDsA0YmI9igjKMwKWhgYT4pAIHRRyyOU4 root@vm",
                "4d:77:e0:84:6d:5b:65:36:b2:14:30:32:57:2b:1c:a1",
                now.minusSeconds(3600)));
    }
}
