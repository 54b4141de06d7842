package io.github.openstackmaven.plan;

import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.network.PortCreate;
import java.util.List;

/**
 * The port of an interface with a fixed address.
 *
 * @param network its id
 */
public record NewPort(String name, String network, String fixedIp, SecurityGroups securityGroups)
        implements MarkedCreate, Prerequisite {

    /** What Neutron is asked for. */
    public PortCreate request(Bindings bindings, Marking marking) {
        return new PortCreate(
                network,
                name,
                marking.description(),
                List.of(PortCreate.FixedIp.of(fixedIp)),
                securityGroups.ids(bindings));
    }

    @Override
    public ResourceType kind() {
        return ResourceType.PORT;
    }

    @Override
    public List<Prerequisite> needs() {
        return securityGroups.ingress().<List<Prerequisite>>map(List::of).orElse(List.of());
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.port(this);
    }

    @Override
    public Costs costs() {
        return Costs.of(QuotaResource.PORTS, 1);
    }

    @Override
    public PlannedRequest foreseen(Marking marking) {
        return PlannedRequest.network(request(Bindings.foreseen(), marking).post());
    }
}
