package io.github.openstackmaven.plan;

import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.Port;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The networks of a server, with every name resolved. */
public sealed interface PlannedNetworks {

    /** Nothing is said: Nova takes the project's only network. */
    record Unsaid() implements PlannedNetworks {
        @Override
        public int portsOfNova() {
            return 1;
        }
    }

    /** {@code auto} or {@code none}. */
    record Allocated(String word) implements PlannedNetworks {
        @Override
        public int portsOfNova() {
            return word.equals("none") ? 0 : 1;
        }
    }

    /** One interface each, in this order. */
    record Listed(List<Nic> nics) implements PlannedNetworks {
        public Listed {
            nics = List.copyOf(nics);
        }

        @Override
        public int portsOfNova() {
            return (int) nics.stream().filter(OnNetwork.class::isInstance).count();
        }
    }

    /** One interface. */
    sealed interface Nic {
        /** By which the guest knows it. */
        Optional<String> tag();

        /** The id of the network it is on. */
        String networkId();

        /** What comes of it, by which of the three it is. */
        <T> T match(Function<OnNetwork, T> onNetwork, Function<OnOwnPort, T> onOwnPort, Function<OnPort, T> onPort);

        /** What a user knows it by: the network's name, or that of the port, or the port's id. */
        String label();

        /** The id of its port, where that is there. */
        default Optional<String> portId() {
            return Optional.empty();
        }
    }

    /** On a network that was named, and not by a port that is there. */
    sealed interface OnNamed extends Nic {
        /** That network. */
        Network network();

        @Override
        default String networkId() {
            return network().id();
        }

        @Override
        default String label() {
            return network().name();
        }
    }

    /** On a network: Nova makes its port. */
    record OnNetwork(Network network, Optional<String> tag) implements OnNamed {
        @Override
        public <T> T match(
                Function<OnNetwork, T> onNetwork, Function<OnOwnPort, T> onOwnPort, Function<OnPort, T> onPort) {
            return onNetwork.apply(this);
        }
    }

    /** On a network with that address: this plugin makes its port, since Nova would not say why an address is refused. */
    record OnOwnPort(Network network, String fixedIp, Optional<String> tag) implements OnNamed {
        @Override
        public <T> T match(
                Function<OnNetwork, T> onNetwork, Function<OnOwnPort, T> onOwnPort, Function<OnPort, T> onPort) {
            return onOwnPort.apply(this);
        }
    }

    /** On a port that is there. */
    record OnPort(Port port, Optional<String> tag) implements Nic {
        @Override
        public <T> T match(
                Function<OnNetwork, T> onNetwork, Function<OnOwnPort, T> onOwnPort, Function<OnPort, T> onPort) {
            return onPort.apply(this);
        }

        @Override
        public String networkId() {
            return port.networkId();
        }

        @Override
        public String label() {
            return "port " + (port.name().isEmpty() ? port.id() : port.name());
        }

        @Override
        public Optional<String> portId() {
            return Optional.of(port.id());
        }
    }

    /** How many ports Nova makes. */
    int portsOfNova();

    /** The interfaces; none where they are Nova's to choose. */
    default List<Nic> nics() {
        return this instanceof Listed listed ? listed.nics() : List.of();
    }
}
