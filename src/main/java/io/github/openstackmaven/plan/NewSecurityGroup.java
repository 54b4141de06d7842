package io.github.openstackmaven.plan;

import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.network.SecurityGroupCreate;

/** The security group of a server's ingress rules. */
public record NewSecurityGroup(String name) implements MarkedCreate, Prerequisite {
    private static final int OF_ITS_OWN = 2; // it comes with a rule for what goes out, of IPv4 and of IPv6

    /** What Neutron is asked for. */
    public SecurityGroupCreate request(Marking marking) {
        return new SecurityGroupCreate(name, marking.description());
    }

    @Override
    public ResourceType kind() {
        return ResourceType.SECURITY_GROUP;
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.securityGroup(this);
    }

    @Override
    public Costs costs() {
        return Costs.of(QuotaResource.SECURITY_GROUPS, 1).and(QuotaResource.SECURITY_GROUP_RULES, OF_ITS_OWN);
    }

    @Override
    public PlannedRequest foreseen(Marking marking) {
        return PlannedRequest.network(request(marking).post());
    }
}
