package io.github.openstackmaven.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much servers ask of a project's quotas, or give back to them.
 *
 * @param ram MiB
 * @param gigabytes GiB
 */
public record Demand(
        int instances,
        int cores,
        int ram,
        int serverGroups,
        int ports,
        int floatingIps,
        int securityGroups,
        int securityGroupRules,
        int volumes,
        int gigabytes) {
    private static final int OF_ITS_OWN = 2; // a new group comes with a rule for what goes out, of IPv4 and of IPv6

    /** Nothing at all. */
    public static Demand none() {
        return new Demand(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static Demand of(List<PlannedServer> servers) {
        List<PlannedAccess> withIngress = servers.stream()
                .map(PlannedServer::access)
                .filter(access -> !access.ingress().isEmpty())
                .toList();
        List<PlannedVolume.New> volumes =
                servers.stream().flatMap(Demand::newVolumes).toList();
        return new Demand(
                servers.size(),
                servers.stream().mapToInt(server -> server.flavor().vcpus()).sum(),
                servers.stream().mapToInt(server -> server.flavor().ram()).sum(),
                newGroups(servers),
                servers.stream().mapToInt(server -> ports(server.networks())).sum(),
                (int) servers.stream()
                        .filter(server -> server.access().floatingNetwork().isPresent())
                        .count(),
                withIngress.size(),
                withIngress.stream()
                        .mapToInt(access -> OF_ITS_OWN + access.rules("").size())
                        .sum(),
                volumes.size(),
                volumes.stream().mapToInt(PlannedVolume.New::size).sum());
    }

    private static int newGroups(List<PlannedServer> servers) {
        return (int) servers.stream()
                .map(PlannedServer::serverGroup)
                .flatMap(Optional::stream)
                .filter(PlannedServerGroup.New.class::isInstance)
                .distinct()
                .count();
    }

    // Also where Nova makes the port, it is the project's.
    private static int ports(PlannedNetworks networks) {
        if (networks instanceof PlannedNetworks.Allocated allocated) {
            return allocated.word().equals("none") ? 0 : 1;
        }
        return networks instanceof PlannedNetworks.Unsaid
                ? 1
                : (int) networks.nics().stream()
                        .filter(nic -> !(nic instanceof PlannedNetworks.OnPort))
                        .count();
    }

    private static Stream<PlannedVolume.New> newVolumes(PlannedServer server) {
        Stream<PlannedVolume> boot =
                server.boot() instanceof PlannedBoot.OnVolume on ? Stream.of(on.volume()) : Stream.empty();
        return Stream.concat(boot, server.volumes().stream())
                .filter(PlannedVolume.New.class::isInstance)
                .map(PlannedVolume.New.class::cast);
    }
}
