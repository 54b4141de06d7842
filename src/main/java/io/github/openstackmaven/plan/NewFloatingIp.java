package io.github.openstackmaven.plan;

import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.network.FloatingIpCreate;
import io.github.openstackmaven.network.Network;
import java.util.Optional;

/**
 * The floating IP of a server. Its port is known when the server is there: Nova may have made it.
 *
 * @param name the server's
 * @param network the external network that it is of
 */
public record NewFloatingIp(String name, Network network) implements MarkedCreate {

    /**
     * What Neutron is asked for.
     *
     * @param port the id of the port it leads to
     * @param fixedIp which of the port's addresses, where it has several of IPv4
     */
    public FloatingIpCreate request(Marking marking, String port, Optional<String> fixedIp) {
        return new FloatingIpCreate(network.id(), port, fixedIp, marking.description());
    }

    @Override
    public ResourceType kind() {
        return ResourceType.FLOATING_IP;
    }

    @Override
    public Costs costs() {
        return Costs.of(QuotaResource.FLOATING_IPS, 1);
    }

    @Override
    public PlannedRequest foreseen(Marking marking) {
        return PlannedRequest.network(request(marking, "<id of port of server " + name + ">", Optional.empty())
                .post());
    }
}
