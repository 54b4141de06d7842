package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.network.Network;
import java.util.List;
import java.util.stream.Stream;

/** What filters the traffic of servers, and can't on every network. */
record PortSecurity(List<PlannedServer> servers) {

    /**
     * That the servers' security groups can be applied.
     *
     * @throws OpenStackException when a network of theirs takes none
     */
    void check() {
        servers.forEach(PortSecurity::check);
    }

    // Nova builds such a server on one host after the other, and then says that all hosts are exhausted.
    private static void check(PlannedServer server) {
        PlannedAccess access = server.access();
        if (access.securityGroups().isEmpty() && access.ingress().isEmpty()) return;
        server.networks().nics().stream()
                .flatMap(nic -> nic.<Stream<Network>>match(
                        on -> Stream.of(on.network()), own -> Stream.of(own.network()), port -> Stream.empty()))
                .filter(network -> !network.portSecurity().orElse(true))
                .findFirst()
                .ifPresent(network -> {
                    throw new OpenStackException(
                            "Server '" + server.name() + "' has "
                                    + (access.ingress().isEmpty() ? "<securityGroups>" : "<ingress> rules")
                                    + ", and its network '" + network.name()
                                    + "' takes none: port security is off there",
                            "Leave them out: nothing is filtered on that network. Or name another network.");
                });
    }
}
