package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.network.FloatingIp;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.plan.NewFloatingIp;
import io.github.openstackmaven.plan.NewServer;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives servers a floating IP: allocated and bound in one request, so that no two builds take the same. */
record FloatingAddress(Cloud cloud, JournaledCreates creates, LaunchState state) {

    /**
     * The server with its floating IP among its addresses; as it is where none is planned. A port that no router leads from
     * is answered with a 404 (<a href="https://opendev.org/openstack/neutron/src/branch/master/neutron/db/l3_db.py">{@code _get_router_for_floatingip}</a>), and the next is tried.
     *
     * @throws OpenStackException when no port of it can have one
     */
    Server give(NewServer plan, Server server) {
        return plan.floatingIp()
                .map(one -> with(server, bound(plan.plan(), one, server), one.network()))
                .orElse(server);
    }

    private FloatingIp bound(PlannedServer plan, NewFloatingIp floatingIp, Server server) {
        List<Port> ports = ports(plan, server);
        if (ports.isEmpty()) ports = awaited(plan, server);
        List<HttpStatusException> refusals = new ArrayList<>();
        for (Port port : ports) {
            try {
                return create(floatingIp, port);
            } catch (HttpStatusException e) {
                if (!e.isNotFound()) throw e; // else no router leads from the port's network to that one
                refusals.add(e);
            }
        }
        throw new OpenStackException(
                "No floating IP for server '" + plan.name() + "': no router leads from its networks to '"
                        + floatingIp.network().name() + "'. " + refusals.get(0).getMessage(),
                "Name one in <floatingIp> that a router of its <networks> is a gateway to.",
                refusals.get(0));
    }

    // One empty list proves nothing.
    private List<Port> awaited(PlannedServer plan, Server server) {
        String subject = "Server '" + plan.name() + "' (" + server.id() + ")";
        return new LaunchWait(state, plan.name(), subject, server.id(), "port", "on a port").until(() -> {
            List<Port> ports = ports(plan, server);
            return ports.isEmpty() ? Poll.Look.missing(withoutPort(subject)) : Poll.Look.done(ports);
        });
    }

    private static OpenStackException withoutPort(String subject) {
        return new OpenStackException(
                subject + " has no IPv4 address for a floating IP to lead to",
                "Put it on a network that has a subnet of IPv4, or leave <floatingIp> out.");
    }

    private FloatingIp create(NewFloatingIp floatingIp, Port port) {
        List<String> fixed = ipv4(port);
        return creates.make(PendingCreate.of(
                floatingIp,
                floatingIp.name(),
                marking -> cloud.floatingIps()
                        .create(floatingIp.request(
                                marking, port.id(), fixed.size() > 1 ? Optional.of(fixed.get(0)) : Optional.empty())),
                FloatingIp::id,
                id -> cloud.floatingIps()
                        .byId(id)
                        .orElseThrow(() -> new OpenStackException(
                                "Floating IP " + id + " was deleted by someone else",
                                "Look for a clean-up job in the project."))));
    }

    // In the order of the plan's networks.
    private List<Port> ports(PlannedServer plan, Server server) {
        List<String> networks = plan.networks().nics().stream()
                .map(PlannedNetworks.Nic::networkId)
                .toList();
        return cloud.ports().byDevice(server.id()).stream()
                .filter(port -> !ipv4(port).isEmpty())
                .sorted(Comparator.comparing(port -> networks.indexOf(port.networkId())))
                .toList();
    }

    private static List<String> ipv4(Port port) {
        return port.fixedIps().stream()
                .map(Port.FixedIp::ipAddress)
                .filter(address -> !address.contains(":"))
                .toList();
    }

    // Nova learns of it from Neutron some time later; what it will show is known now.
    private static Server with(Server server, FloatingIp floatingIp, Network external) {
        Server.Address address = new Server.Address(4, floatingIp.address(), Optional.of("floating"));
        Map<String, List<Server.Address>> addresses = new LinkedHashMap<>(server.addresses());
        String network = addresses.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(one -> floatingIp
                                .fixedIpAddress()
                                .filter(one.addr()::equals)
                                .isPresent()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(external.name());
        List<Server.Address> known = new ArrayList<>(addresses.getOrDefault(network, List.of()));
        if (known.stream().noneMatch(one -> one.addr().equals(address.addr()))) known.add(address);
        addresses.put(network, List.copyOf(known));
        return server.with(addresses);
    }
}
