package io.github.openstackmaven.plan;

import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.network.PortClient;

/** Finds the port a user wants. */
record PortChooser(PortClient ports) {

    /**
     * The port of that name or id.
     *
     * @throws io.github.openstackmaven.OpenStackException when there is none, or several
     */
    Port choose(String wanted) {
        return new NamedResource("port", wanted)
                .find(
                        id -> ports.byId(id).stream().toList(),
                        ports::byName,
                        () -> ports.all().stream()
                                .map(Port::name)
                                .filter(name -> !name.isEmpty())
                                .toList(),
                        one -> one.id() + "  " + one.fixedIps());
    }
}
