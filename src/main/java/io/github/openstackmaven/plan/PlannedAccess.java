package io.github.openstackmaven.plan;

import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.SecurityGroupRuleCreate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
     * The ids of the groups that the server and the ports made for it are in; empty leaves the choice to the cloud.
     *
     * @param ingressGroup the one made for the ingress rules
     */
    public List<String> groups(Optional<String> ingressGroup) {
        return Stream.concat(securityGroups.stream(), ingressGroup.stream()).toList();
    }

    /** What Neutron is asked for to let in what the ingress rules say, through a group of that id. */
    public List<SecurityGroupRuleCreate> rules(String ingressGroup) {
        return ingress.stream()
                .flatMap(rule -> rule.creates(ingressGroup, ingressGroups::get))
                .toList();
    }
}
