package io.github.openstackmaven.output;

import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerAddress;
import java.util.List;
import java.util.Optional;

/**
 * A server as the rest of the build sees it.
 *
 * @param ip the address to reach it at: floating before fixed, IPv4 before IPv6; empty when it has none
 */
public record LaunchedServer(
        String id, String name, String status, Optional<String> ip, List<Network> networks, Named image, Named flavor) {

    /** One address, and the network it is on. */
    public record Network(String name, int version, String address, String type) {}

    /** What has an id and a name. */
    public record Named(String id, String name) {}

    /** What came of a planned server. */
    public static LaunchedServer of(PlannedServer plan, Server server) {
        List<Network> networks = ServerAddress.of(server).stream()
                .map(one -> new Network(one.network(), one.version(), one.address(), one.type()))
                .toList();
        return new LaunchedServer(
                server.id(),
                server.name(),
                server.status(),
                networks.stream().map(Network::address).findFirst(),
                networks,
                new Named(plan.image().id(), plan.image().name()),
                new Named(plan.flavor().id(), plan.flavor().name()));
    }
}
