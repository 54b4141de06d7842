package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.network.Subnet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Resolves what servers are on: networks, ports, addresses. */
final class NetworkPlanner {
    private final Cloud cloud;
    private final EarlierServers earlier;
    private final LookUps<String, Network> networks;
    private final LookUps<String, Port> ports;
    private final LookUp<Network> only;
    private final LookUp<List<Subnet>> subnets;

    NetworkPlanner(Cloud cloud, Executor executor, LookUps<String, Network> networks, EarlierServers earlier) {
        this.cloud = cloud;
        this.earlier = earlier;
        this.networks = networks;
        this.ports = new LookUps<>(executor, name -> new PortChooser(cloud.ports()).choose(name));
        this.only = new LookUp<>(executor, () -> new NetworkChooser(cloud.network(), cloud.projectId()).only());
        this.subnets = LookUp.helpful(executor, () -> cloud.network().subnets(), List.of());
    }

    void ask(ServerSpec spec) {
        if (spec.networks() instanceof NetworksSpec.Unspecified && cloud.hasNetworks()) {
            cloud.defaultNetwork().ifPresentOrElse(networks::ask, only::ask);
        }
        if (spec.networks() instanceof NetworksSpec.Listed listed) listed.nics().forEach(this::ask);
        if (spec.networks() instanceof NetworksSpec.Beside other) other.nics().forEach(this::ask);
    }

    private void ask(NetworksSpec.Nic nic) {
        nic.network().ifPresent(networks::ask);
        nic.port().ifPresent(ports::ask);
        nic.fixedIp().ifPresent(ip -> subnets.ask());
    }

    /**
     * The networks of a server that was asked for.
     *
     * @throws OpenStackException when a name is unknown or ambiguous, a port is in use, or an address is none of its network's
     */
    PlannedNetworks planned(ServerSpec spec) {
        if (spec.networks() instanceof NetworksSpec.Auto) return new PlannedNetworks.Allocated("auto");
        if (spec.networks() instanceof NetworksSpec.None) return new PlannedNetworks.Allocated("none");
        if (spec.networks() instanceof NetworksSpec.Listed listed) {
            return new PlannedNetworks.Listed(
                    listed.nics().stream().map(nic -> nic(spec, nic)).toList());
        }
        if (spec.networks() instanceof NetworksSpec.Beside other) {
            return new PlannedNetworks.Listed(
                    other.nics().stream().map(this::beside).toList());
        }
        return cloud.hasNetworks() ? on(unsaid()) : new PlannedNetworks.Unsaid();
    }

    private Network unsaid() {
        return cloud.defaultNetwork().map(networks::answer).or(only::answer).orElseThrow();
    }

    private static PlannedNetworks on(Network network) {
        return new PlannedNetworks.Listed(List.of(new PlannedNetworks.OnNetwork(network, Optional.empty())));
    }

    private PlannedNetworks.Nic nic(ServerSpec spec, NetworksSpec.Nic nic) {
        if (nic.port().isPresent()) {
            return new PlannedNetworks.OnPort(free(ports.answer(nic.port().get()), spec), nic.tag());
        }
        Network network = networks.answer(nic.network().orElseThrow());
        if (nic.fixedIp().isEmpty()) return new PlannedNetworks.OnNetwork(network, nic.tag());
        String address = nic.fixedIp().get();
        checkInside(network, address);
        return new PlannedNetworks.OnOwnPort(network, address, nic.tag());
    }

    private PlannedNetworks.Nic beside(NetworksSpec.Nic nic) {
        String network = nic.network().orElseGet(() -> networkOf(nic.port().orElseThrow()));
        return new PlannedNetworks.OnNetwork(networks.answer(network), nic.tag());
    }

    private String networkOf(String port) {
        String network = ports.answer(port).networkId();
        networks.ask(network);
        return network;
    }

    private Port free(Port port, ServerSpec spec) {
        if (port.deviceId().isEmpty() || earlier.leave(List.of(port.deviceId()), spec.name())) return port;
        throw new OpenStackException(
                "Port '" + (port.name().isEmpty() ? port.id() : port.name()) + "' is in use by " + port.deviceId(),
                "Name another <port>, or the network, so that a port is made.");
    }

    // Where no subnets are seen they are the business of the network's owner, and the cloud's to check.
    private void checkInside(Network network, String address) {
        List<String> there = subnets.answer().orElseThrow().stream()
                .filter(subnet -> subnet.networkId().equals(network.id()))
                .map(Subnet::cidr)
                .toList();
        if (there.isEmpty() || there.stream().anyMatch(subnet -> contains(subnet, address))) return;
        throw new OpenStackException(
                "Address " + address + " is in no subnet of network '" + network.name() + "'",
                "Set a <fixedIp> of " + there.stream().sorted().collect(Collectors.joining(" or ")) + ".");
    }

    private static boolean contains(String subnet, String address) {
        try {
            return Cidr.parse(subnet).contains(Cidr.parse(address));
        } catch (IllegalArgumentException e) {
            throw new OpenStackException(
                    "Malformed <fixedIp> '" + address + "': " + e.getMessage(),
                    "It is an address: 10.0.0.5, 2001:db8::5.",
                    e);
        }
    }
}
