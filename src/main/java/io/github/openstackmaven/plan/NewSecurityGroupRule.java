package io.github.openstackmaven.plan;

import io.github.openstackmaven.network.SecurityGroupRuleCreate;
import java.util.List;

/**
 * A rule of a security group that is made too, and with which it goes.
 *
 * @param rule what it says, whichever group it is of
 */
public record NewSecurityGroupRule(NewSecurityGroup group, SecurityGroupRuleCreate rule) implements Prerequisite {

    /** What Neutron is asked for. */
    public SecurityGroupRuleCreate request(Bindings bindings) {
        return rule.of(bindings.id(group));
    }

    @Override
    public String name() {
        return group.name();
    }

    @Override
    public String placeholder() {
        return "<id of a rule of security group " + group.name() + ">";
    }

    @Override
    public List<Prerequisite> needs() {
        return List.of(group);
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.rule(this);
    }

    @Override
    public Costs costs() {
        return Costs.of(QuotaResource.SECURITY_GROUP_RULES, 1);
    }

    @Override
    public PlannedRequest foreseen(Marking marking) {
        return PlannedRequest.network(request(Bindings.foreseen()).post());
    }
}
