package io.github.openstackmaven.plan;

import io.github.openstackmaven.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who gets at a server, with every name resolved.
 *
 * @param securityGroups ids, with ingress rules that of the project's default group where none is named; empty leaves the
 *     choice to the cloud
 * @param ingress what the group made for this launch lets in
 * @param ingressGroups from the name of a group that a rule lets in to its id
 * @param floatingNetwork the external network that the floating IP is of
 */
public record PlannedAccess(
        List<String> securityGroups,
        List<IngressRule> ingress,
        Map<String, String> ingressGroups,
        KeySpec key,
        Optional<Network> floatingNetwork,
        boolean ipv6First) {

    public PlannedAccess {
        securityGroups = List.copyOf(securityGroups);
        ingress = List.copyOf(ingress);
        ingressGroups = Map.copyOf(ingressGroups);
    }

    /**
     * What lets in through that group what the ingress rules say; Neutron takes none of them twice
     * (<a href="https://opendev.org/openstack/neutron/src/branch/master/neutron/db/securitygroups_db.py">{@code _check_for_duplicate_rules}</a>).
     */
    List<NewSecurityGroupRule> rules(NewSecurityGroup group) {
        return ingress.stream()
                .flatMap(rule -> rule.creates(group.placeholder(), ingressGroups::get))
                .map(rule -> new NewSecurityGroupRule(group, rule))
                .distinct()
                .toList();
    }
}
