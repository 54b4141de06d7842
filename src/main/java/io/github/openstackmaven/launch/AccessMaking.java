package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.network.SecurityGroupRuleCreate;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the group for a server's ingress rules, and the ports for its fixed addresses. */
record AccessMaking(Cloud cloud, Creation creation, SideBySide sideBySide) {
    private static final int CONFLICT = 409;

    /**
     * What was made.
     *
     * @param ports from the index of an interface to the id of its port
     */
    record Access(Optional<String> ingressGroup, Map<Integer, String> ports) {}

    /**
     * Makes them: the group first, since the ports are in it.
     *
     * @throws OpenStackException when one can't be made
     */
    Access make(PlannedServer plan) {
        Optional<String> group = plan.access().ingress().isEmpty() ? Optional.empty() : Optional.of(ingressGroup(plan));
        return new Access(group, ports(plan, plan.access().groups(group)));
    }

    private String ingressGroup(PlannedServer plan) {
        String name = plan.ingressGroupName();
        String id = creation.make(Order.of(
                ResourceType.SECURITY_GROUP,
                plan.name(),
                name,
                mark -> cloud.securityGroups().create(name, mark.description()).id()));
        sideBySide.await(plan.access().rules(id).stream()
                .map(rule -> sideBySide.start(() -> added(rule)))
                .toList());
        return id;
    }

    // Neutron itself sees to it that no rule is there twice.
    private SecurityGroupRuleCreate added(SecurityGroupRuleCreate rule) {
        try {
            add(rule);
        } catch (OpenStackException e) {
            if (!Creation.mayHaveArrived(e)) throw e;
            add(rule);
        }
        return rule;
    }

    // The group is new: what it has already was asked for here. A full quota is a conflict as well.
    private void add(SecurityGroupRuleCreate rule) {
        try {
            cloud.securityGroups().add(rule);
        } catch (HttpStatusException e) {
            if (e.status() != CONFLICT || !e.words().contains("already exists")) throw e;
        }
    }

    private Map<Integer, String> ports(PlannedServer plan, List<String> groups) {
        List<PlannedNetworks.Nic> nics = plan.networks().nics();
        Map<Integer, CompletableFuture<String>> ports = IntStream.range(0, nics.size())
                .boxed()
                .filter(index -> nics.get(index) instanceof PlannedNetworks.OnOwnPort)
                .collect(Collectors.toMap(
                        index -> index,
                        index -> sideBySide.start(
                                () -> port(plan, index, (PlannedNetworks.OnOwnPort) nics.get(index), groups))));
        sideBySide.await(List.copyOf(ports.values()));
        Map<Integer, String> ids = new TreeMap<>();
        ports.forEach((index, port) -> ids.put(index, SideBySide.result(port)));
        return ids;
    }

    private String port(PlannedServer plan, int index, PlannedNetworks.OnOwnPort nic, List<String> groups) {
        String name = plan.portName(index);
        return creation.make(Order.of(
                ResourceType.PORT,
                plan.name(),
                name,
                mark -> cloud.ports()
                        .create(nic.create(name, mark.description(), groups))
                        .id()));
    }
}
