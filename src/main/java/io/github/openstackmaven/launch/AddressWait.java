package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Waits until a server has the addresses that its networks give it: Nova may call it ACTIVE before it has heard of them,
 * since it shows its cache of what Neutron knows (<a href="https://opendev.org/openstack/nova/src/branch/master/nova/network/neutron.py">{@code network/neutron.py}</a>).
 *
 * @param look a server by its id
 * @param ports a server's, by its id
 */
record AddressWait(Function<String, Optional<Server>> look, Function<String, List<Port>> ports, LaunchState state) {

    /**
     * The server with its addresses; as it is where it is on no network.
     *
     * @throws OpenStackException when they don't come in time, or the server goes to ERROR
     */
    Server addressed(PlannedServer plan, Server server) {
        if (isAddressed(plan, server) || !isOnNetwork(plan, server)) return server;
        String subject = "Server '" + plan.name() + "' (" + server.id() + ")";
        return new LaunchWait(state, plan.name(), subject, server.id(), "address", "given an address")
                .until(() -> look.apply(server.id())
                        .map(now -> seen(plan, subject, now))
                        .orElseGet(() -> LaunchWait.gone(subject, "before it had an address")));
    }

    private static Poll.Look<Server> seen(PlannedServer plan, String subject, Server server) {
        if (server.status().equals("ERROR")) {
            throw new OpenStackException(
                    subject + " went to ERROR before it had an address: "
                            + server.fault().map(Server.Fault::message).orElse("the cloud gives no fault"),
                    "Look at its console log and at its ports: openstack port list --server " + server.id());
        }
        return isAddressed(plan, server) ? Poll.Look.done(server) : Poll.Look.notYet(words(server));
    }

    private static String words(Server server) {
        String without = server.addresses().entrySet().stream()
                .filter(network -> network.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
        return server.status() + ", without an address" + (without.isEmpty() ? "" : " on " + without);
    }

    private static boolean isAddressed(PlannedServer plan, Server server) {
        return server.addresses().values().stream().anyMatch(addresses -> !addresses.isEmpty())
                && (hasBarePort(plan) || server.addresses().values().stream().noneMatch(List::isEmpty));
    }

    private boolean isOnNetwork(PlannedServer plan, Server server) {
        if (plan.networks() instanceof PlannedNetworks.Allocated allocated) {
            return !allocated.word().equals("none");
        }
        List<PlannedNetworks.Nic> nics = plan.networks().nics();
        if (!nics.isEmpty()) return nics.stream().anyMatch(nic -> !isBare(nic));
        return !server.addresses().isEmpty() || hasPorts(server);
    }

    // Where Nova chooses, only Neutron knows whether there was a network to choose.
    private boolean hasPorts(Server server) {
        try {
            return !ports.apply(server.id()).isEmpty();
        } catch (OpenStackException e) {
            return false;
        }
    }

    private static boolean hasBarePort(PlannedServer plan) {
        return plan.networks().nics().stream().anyMatch(AddressWait::isBare);
    }

    // A port that is there already and has no address gets none by being used.
    private static boolean isBare(PlannedNetworks.Nic nic) {
        return nic instanceof PlannedNetworks.OnPort on && on.port().fixedIps().isEmpty();
    }
}
