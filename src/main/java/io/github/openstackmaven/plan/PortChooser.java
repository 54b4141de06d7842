package io.github.openstackmaven.plan;

import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.network.PortClient;
import java.util.List;

/** Finds the port a user wants. */
record PortChooser(PortClient ports) {

    /**
     * The port of that name or id.
     *
     * @throws io.github.openstackmaven.OpenStackException when there is none, or several
     */
    Port choose(String wanted) {
        Choice choice = new Choice("port", wanted);
        List<Port> byId = Choice.isId(wanted) ? ports.byId(wanted).stream().toList() : List.of();
        List<Port> found = byId.isEmpty() ? ports.byName(wanted) : byId;
        if (found.isEmpty()) {
            throw choice.unknown(ports.all().stream()
                    .map(Port::name)
                    .filter(name -> !name.isEmpty())
                    .toList());
        }
        return choice.only(found, one -> one.id() + "  " + one.fixedIps());
    }
}
