package io.github.openstackmaven.plan;

import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.network.PortCreate;
import java.util.List;
import java.util.Optional;

/** The networks of a server, with every name resolved. */
public sealed interface PlannedNetworks {

    /** Nothing is said: Nova takes the project's only network. */
    record Unsaid() implements PlannedNetworks {}

    /** {@code auto} or {@code none}. */
    record Allocated(String word) implements PlannedNetworks {}

    /** One interface each, in this order. */
    record Listed(List<Nic> nics) implements PlannedNetworks {
        public Listed {
            nics = List.copyOf(nics);
        }
    }

    /** One interface. */
    sealed interface Nic {
        /** By which the guest knows it. */
        Optional<String> tag();
    }

    /** On a network: Nova makes its port. */
    record OnNetwork(Network network, Optional<String> tag) implements Nic {}

    /** On a network with that address: this plugin makes its port, since Nova would not say why an address is refused. */
    record OnOwnPort(Network network, String fixedIp, Optional<String> tag) implements Nic {

        /**
         * What Neutron is asked for.
         *
         * @param description carries the marks
         * @param securityGroups ids; empty leaves the choice to Neutron
         */
        public PortCreate create(String name, String description, List<String> securityGroups) {
            return new PortCreate(
                    network.id(), name, description, List.of(PortCreate.FixedIp.of(fixedIp)), securityGroups);
        }
    }

    /** On a port that is there. */
    record OnPort(Port port, Optional<String> tag) implements Nic {}

    /** The interfaces; none where they are Nova's to choose. */
    default List<Nic> nics() {
        return this instanceof Listed listed ? listed.nics() : List.of();
    }
}
