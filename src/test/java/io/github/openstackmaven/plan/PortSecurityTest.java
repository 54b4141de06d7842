package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What filters nothing on its network is told before anything is made. */
class PortSecurityTest {
    private static final Network OPEN =
            new Network("n3", "open", false, "p1", false, Optional.of(false), Optional.empty());

    @Test
    void security_groups_on_a_network_without_port_security_are_no_use() {
        PlannedNetworks.Nic port = new PlannedNetworks.OnPort(PlannedServers.port(), Optional.empty());
        PlannedNetworks.Nic open = new PlannedNetworks.OnNetwork(OPEN, Optional.empty());
        PlannedNetworks.Nic fixed = new PlannedNetworks.OnOwnPort(OPEN, "10.0.0.5", Optional.empty());

        check(guarded(List.of("g1"), port));
        check(guarded(List.of(), open));
        for (PlannedNetworks.Nic nic : List.of(open, fixed)) {
            assertThatThrownBy(() -> check(guarded(List.of("g1"), port, nic)))
                    .hasMessage("Server 'web' has <securityGroups>, and its network 'open' takes none:"
                            + " port security is off there");
        }
    }

    @Test
    void nor_are_ingress_rules() {
        PlannedServer server = with(
                new PlannedAccess(
                        List.of("default"),
                        List.of(IngressRule.parse("tcp 22 from 10.0.0.0/8")),
                        Map.of(),
                        new KeySpec.None(),
                        Optional.empty(),
                        false),
                new PlannedNetworks.OnNetwork(OPEN, Optional.empty()));

        assertThatThrownBy(() -> check(server)).hasMessageStartingWith("Server 'web' has <ingress> rules, and");
    }

    private void check(PlannedServer server) {
        new PortSecurity(List.of(server)).check();
    }

    private static PlannedServer guarded(List<String> groups, PlannedNetworks.Nic... nics) {
        return with(new PlannedAccess(groups, List.of(), Map.of(), new KeySpec.None(), Optional.empty(), false), nics);
    }

    private static PlannedServer with(PlannedAccess access, PlannedNetworks.Nic... nics) {
        PlannedServer plain = PlannedServers.plain();
        return new PlannedServer(
                plain.spec(),
                plain.boot(),
                plain.flavor(),
                PlannedServers.on(nics),
                access,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
