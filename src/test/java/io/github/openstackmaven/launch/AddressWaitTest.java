package io.github.openstackmaven.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Shown;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server that is ACTIVE before Nova knows its address. */
class AddressWaitTest {
    private static final Map<String, List<Server.Address>> ADDRESSED =
            Map.of("lan", List.of(new Server.Address(4, "10.0.0.5", Optional.of("fixed"))));
    private static final Map<String, List<Server.Address>> WITHOUT = Map.of("lan", List.of());
    private static final PlannedNetworks.Nic ON_LAN = new PlannedNetworks.OnNetwork(
            new Network("n1", "lan", false, "p1", false, Optional.empty(), Optional.empty()), Optional.empty());

    private final Rehearsal rehearsal = new Rehearsal();
    private final Deque<Optional<Server>> looks = new ArrayDeque<>();
    private List<Port> ports = List.of();

    @Test
    void its_address_is_waited_for_and_that_is_told() {
        answers(WITHOUT, WITHOUT, ADDRESSED);

        assertThat(addressed(on(ON_LAN), WITHOUT).addresses()).isEqualTo(ADDRESSED);
        assertThat(rehearsal.events)
                .contains(new LaunchEvent.Waiting(
                        "web", "id-1", "address", "ACTIVE, without an address on lan", Duration.ZERO));
    }

    @Test
    void one_that_never_comes_ends_the_launch_in_its_time() {
        assertThatThrownBy(() -> addressed(on(ON_LAN), WITHOUT))
                .hasMessage("Server 'web' (id-1) is not given an address after 90 s: last seen ACTIVE, without an"
                        + " address on lan");
        assertThat(rehearsal.time.elapsed()).isBetween(Rehearsal.TIMEOUT, Duration.ofSeconds(96));
    }

    @Test
    void a_look_that_shows_no_server_is_no_answer_and_error_is_one() {
        looks.add(Optional.empty());
        answers(ADDRESSED);
        assertThat(addressed(on(ON_LAN), WITHOUT).addresses()).isEqualTo(ADDRESSED);

        looks.add(Optional.of(Rehearsal.server("id-1", "web", "ERROR", Map.of())));
        assertThatThrownBy(() -> addressed(on(ON_LAN), WITHOUT))
                .hasMessageStartingWith("Server 'web' (id-1) went to ERROR before it had an address: No valid host");
    }

    @Test
    void what_has_its_address_or_is_on_no_network_is_not_looked_at_again() {
        assertThat(addressed(on(ON_LAN), ADDRESSED).addresses()).isEqualTo(ADDRESSED);
        assertThat(addressed(with(new PlannedNetworks.Allocated("none")), Map.of())
                        .addresses())
                .isEmpty();
        assertThat(addressed(on(new PlannedNetworks.OnPort(port(List.of()), Optional.empty())), WITHOUT)
                        .addresses())
                .isEqualTo(WITHOUT);
        assertThat(rehearsal.time.elapsed()).isZero();
    }

    @Test
    void each_network_s_is_waited_for() {
        Map<String, List<Server.Address>> both = Map.of("lan", ADDRESSED.get("lan"), "wan", ADDRESSED.get("lan"));
        answers(both);

        assertThat(addressed(on(ON_LAN), Map.of("lan", ADDRESSED.get("lan"), "wan", List.of()))
                        .addresses())
                .isEqualTo(both);
    }

    @Test
    void where_nova_chooses_the_network_its_ports_tell_whether_there_is_one() {
        PlannedServer unsaid = with(new PlannedNetworks.Unsaid());
        assertThat(addressed(unsaid, Map.of()).addresses()).isEmpty();

        ports = List.of(port(List.of()));
        answers(Map.of(), ADDRESSED);
        assertThat(addressed(unsaid, Map.of()).addresses()).isEqualTo(ADDRESSED);

        answers(ADDRESSED);
        assertThat(addressed(with(new PlannedNetworks.Allocated("auto")), Map.of())
                        .addresses())
                .isEqualTo(ADDRESSED);
    }

    @Test
    void a_neutron_that_does_not_answer_stops_nothing() {
        AddressWait wait = new AddressWait(
                id -> Optional.empty(),
                id -> {
                    throw new OpenStackException("no Neutron here", "");
                },
                rehearsal.state);

        assertThat(wait.addressed(with(new PlannedNetworks.Unsaid()), server(Map.of()))
                        .addresses())
                .isEmpty();
    }

    private Server addressed(PlannedServer plan, Map<String, List<Server.Address>> addresses) {
        return new AddressWait(
                        id -> looks.isEmpty() ? Optional.of(server(WITHOUT)) : looks.remove(),
                        id -> ports,
                        rehearsal.state)
                .addressed(plan, server(addresses));
    }

    @SafeVarargs
    private void answers(Map<String, List<Server.Address>>... seen) {
        for (Map<String, List<Server.Address>> addresses : seen) looks.add(Optional.of(server(addresses)));
    }

    private static Server server(Map<String, List<Server.Address>> addresses) {
        return Rehearsal.server("id-1", "web", "ACTIVE", Map.of()).with(addresses);
    }

    private static PlannedServer on(PlannedNetworks.Nic nic) {
        return with(new PlannedNetworks.Listed(List.of(nic)));
    }

    private static PlannedServer with(PlannedNetworks networks) {
        PlannedServer plan = Plans.server("web");
        return new PlannedServer(
                plan.spec(),
                plan.boot(),
                plan.flavor(),
                networks,
                plan.access(),
                plan.serverGroup(),
                plan.volumes(),
                Optional.empty());
    }

    private static Port port(List<Port.FixedIp> addresses) {
        return Shown.as(Port.class, """
                {"id": "port-1", "status": "ACTIVE", "network_id": "n1", "fixed_ips": %s, "created_at": "%s"}""".formatted(Json.write(addresses), SteppedTime.START));
    }
}
