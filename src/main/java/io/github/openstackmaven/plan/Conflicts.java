package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Conflicts between servers of a launch: what not all of them can have. */
record Conflicts(List<PlannedServer> servers) {

    /**
     * That nothing is used twice which can be used once.
     *
     * @throws OpenStackException when a volume, a port or an address is, or a group to be made has two policies
     */
    void check() {
        twice(servers.stream().flatMap(Conflicts::volumes)).ifPresent(id -> {
            throw new OpenStackException(
                    "Volume " + id + " is used twice",
                    "A volume is on one server at a time: name another, or a new one.");
        });
        twice(nics(PlannedNetworks.OnPort.class).map(nic -> nic.port().id())).ifPresent(id -> {
            throw new OpenStackException(
                    "Port " + id + " is used twice",
                    "A port is on one server at a time: name another, or the network, so that ports are made.");
        });
        twice(nics(PlannedNetworks.OnOwnPort.class)
                        .map(nic ->
                                nic.fixedIp() + " of network '" + nic.network().name() + "'"))
                .ifPresent(address -> {
                    throw new OpenStackException(
                            "Address " + address + " is used twice",
                            "Leave <fixedIp> out, or describe each server in a <server> block with its own.");
                });
        twice(newGroups().map(PlannedServerGroup.New::name)).ifPresent(name -> {
            throw new OpenStackException(
                    "Server group '" + name + "' would be made with two policies",
                    "Give all servers in it the same policy.");
        });
    }

    private Stream<PlannedServerGroup.New> newGroups() {
        return servers.stream()
                .map(PlannedServer::serverGroup)
                .flatMap(Optional::stream)
                .flatMap(group -> group.toBeMade().stream())
                .distinct();
    }

    private <T extends PlannedNetworks.Nic> Stream<T> nics(Class<T> kind) {
        return servers.stream()
                .flatMap(server -> server.networks().nics().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static Stream<String> volumes(PlannedServer server) {
        return server.disks()
                .flatMap(volume ->
                        volume.match(existing -> Stream.of(existing.volume().id()), made -> Stream.empty()));
    }

    private static Optional<String> twice(Stream<String> names) {
        Set<String> seen = new HashSet<>();
        return names.filter(name -> !seen.add(name)).min(Comparator.naturalOrder());
    }
}
