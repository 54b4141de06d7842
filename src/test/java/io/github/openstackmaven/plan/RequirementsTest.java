package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.compute.Need;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a cloud may not have, told before anything is made. */
class RequirementsTest {
    private static final Network OPEN =
            new Network("n3", "open", false, "p1", false, Optional.of(false), Optional.empty());

    private List<Need> asked = List.of();

    @Test
    void each_element_that_not_every_nova_has_is_asked_about_with_its_microversion() {
        check(PlannedServers.full());

        assertThat(asked)
                .extracting(Need::toString)
                .containsExactly(
                        "<description> needs microversion 2.19",
                        "<tag> needs microversion 2.42",
                        "<tags> needs microversion 2.52",
                        "<hostname> needs microversion 2.90");
    }

    @Test
    void a_group_with_a_wish_needs_more_than_one_with_a_condition() {
        check(in(ServerGroupPolicy.SOFT_ANTI_AFFINITY));

        assertThat(asked).extracting(Need::toString).containsExactly("<serverGroup> needs microversion 2.15");

        check(in(ServerGroupPolicy.ANTI_AFFINITY));

        assertThat(asked).isEmpty();
    }

    @Test
    void a_plain_server_needs_nothing_that_not_every_nova_has() {
        check(PlannedServers.plain());

        assertThat(asked).isEmpty();
    }

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
        new Requirements(Recipe.of(List.of(server))).check(needs -> asked = needs);
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

    private static PlannedServer in(ServerGroupPolicy policy) {
        PlannedServer plain = PlannedServers.plain();
        return new PlannedServer(
                plain.spec(),
                plain.boot(),
                plain.flavor(),
                plain.networks(),
                plain.access(),
                Optional.of(new PlannedServerGroup.New("apart", policy)),
                List.of(),
                Optional.empty());
    }
}
