package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.volume.Volume;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Conflicts between servers of a launch: what not all of them can have. */
record Conflicts(List<PlannedServer> servers) {

    /**
     * That nothing is used twice which can be used once.
     *
     * @throws OpenStackException when a volume, a port or an address is, or a group to be made has two policies
     */
    void check() {
        checkVolumes();
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

    private void checkVolumes() {
        Map<String, List<Use>> uses = servers.stream()
                .flatMap(Conflicts::uses)
                .collect(Collectors.groupingBy(use -> use.volume().id(), TreeMap::new, Collectors.toList()));
        uses.forEach((id, several) -> {
            boolean shared = several.get(0).volume().multiattach();
            if (several.size() == 1 || (shared && comeInTurn(several))) return;
            throw new OpenStackException(
                    "Volume " + id + " is used twice",
                    shared
                            ? "Cinder gives it to one server after the other: let each wait for another that has it, by"
                                    + " <dependsOn>."
                            : "A volume is on one server at a time: name another, or a new one.");
        });
    }

    // Cinder refuses who asks for a volume while it is given to another.
    private boolean comeInTurn(List<Use> several) {
        return IntStream.range(0, several.size())
                .allMatch(index -> several.subList(0, index).stream()
                        .allMatch(earlier ->
                                inTurn(earlier.server(), several.get(index).server())));
    }

    private boolean inTurn(PlannedServer one, PlannedServer other) {
        return awaits(one, other.name()) || awaits(other, one.name());
    }

    // None waits for itself: that was refused before.
    private boolean awaits(PlannedServer server, String other) {
        return server.dependsOn().contains(other)
                || servers.stream()
                        .filter(one -> server.dependsOn().contains(one.name()))
                        .anyMatch(one -> awaits(one, other));
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

    private static Stream<Use> uses(PlannedServer server) {
        return server.disks()
                .flatMap(disk ->
                        disk.match(existing -> Stream.of(new Use(server, existing.volume())), made -> Stream.empty()));
    }

    private record Use(PlannedServer server, Volume volume) {}

    private static Optional<String> twice(Stream<String> names) {
        Set<String> seen = new HashSet<>();
        return names.filter(name -> !seen.add(name)).min(Comparator.naturalOrder());
    }
}
