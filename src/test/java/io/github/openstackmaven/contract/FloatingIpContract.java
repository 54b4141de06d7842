package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.network.FloatingIp;
import io.github.openstackmaven.network.FloatingIpClient;
import io.github.openstackmaven.network.FloatingIpCreate;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.network.PortClient;
import io.github.openstackmaven.network.PortCreate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any cloud does with floating IPs. */
abstract class FloatingIpContract {
    private final String mark = "blk-" + UUID.randomUUID();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private Cloud cloud;
    private PortClient ports;
    private FloatingIpClient floatingIps;
    private Network network;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud().logIn();
        ports = cloud.ports();
        floatingIps = cloud.floatingIps();
        network = cloud.network().byName(PortContract.OWN_NETWORK).get(0);
    }

    @AfterEach
    void deleteWhatWasMade() {
        undo.forEach(Runnable::run);
    }

    @Test
    void a_floating_ip_is_taken_and_bound_in_one_call() {
        Port port = port();

        FloatingIp floating = floatingIp(port);

        assertThat(floating.portId()).contains(port.id());
        assertThat(floating.fixedIpAddress()).contains(port.fixedIps().get(0).ipAddress());
        assertThat(floating.networkId()).isEqualTo(external().id());
        assertThat(floating.description()).isEqualTo(mark);
        assertThat(floatingIps.byPort(port.id())).extracting(FloatingIp::id).containsExactly(floating.id());
        assertThat(described(mark)).extracting(FloatingIp::address).containsExactly(floating.address());
        assertThat(floatingIps.all()).extracting(FloatingIp::id).contains(floating.id());
    }

    @Test
    void a_floating_ip_is_given_another_description_and_leads_where_it_led() {
        FloatingIp floating = floatingIp(port());

        floatingIps.describe(floating.id(), mark + " again");

        assertThat(floating.createdAt()).isPresent();
        assertThat(floating.projectId()).isEqualTo(cloud.projectId().orElseThrow());
        assertThat(described(mark + " again"))
                .singleElement()
                .extracting(FloatingIp::id, FloatingIp::portId)
                .containsExactly(floating.id(), floating.portId());
    }

    @Test
    void a_deleted_floating_ip_is_gone_and_can_be_deleted_again() {
        FloatingIp floating = floatingIp(port());

        floatingIps.delete(floating.id());
        floatingIps.delete(floating.id());

        assertThat(floatingIps.byId(floating.id())).isEmpty();
    }

    @Test
    void a_floating_ip_outlives_its_port_and_leads_nowhere_then() {
        Port port = port();
        FloatingIp floating = floatingIp(port);

        ports.delete(port.id());

        assertThat(floatingIps.byId(floating.id()).orElseThrow().portId()).isEmpty();
    }

    @Test
    void a_port_that_no_router_reaches_gets_no_floating_ip_and_none_is_lost() {
        Network unrouted = cloud.network().byName("private2").get(0);
        Port port = port(new PortCreate(unrouted.id(), mark, mark, List.of(), List.of()));

        HttpStatusException e = refused(() -> floatingIp(port));

        assertThat(e.status()).isEqualTo(404);
        assertThat(e.words())
                .startsWith("External network " + external().id() + " is not reachable from subnet ")
                .endsWith("cannot associate Port " + port.id() + " with a Floating IP.");
        assertThat(described(mark)).isEmpty();
    }

    @Test
    void a_port_has_one_floating_ip_and_no_second_is_lost() {
        Port port = port();
        floatingIp(port);

        HttpStatusException e = refused(() -> floatingIp(port));

        assertThat(e.status()).isEqualTo(409);
        assertThat(e.words()).startsWith("Cannot associate floating IP ").contains(port.id());
        assertThat(described(mark)).hasSize(1);
    }

    @Test
    void only_external_networks_give_floating_ips() {
        assertThat(cloud.network().external()).isNotEmpty().doesNotContain(network);
    }

    private Network external() {
        return cloud.network().external().get(0);
    }

    private Port port() {
        return port(new PortCreate(network.id(), mark, mark, List.of(), List.of()));
    }

    private Port port(PortCreate create) {
        Port port = ports.create(create);
        undo.push(() -> ports.delete(port.id()));
        return port;
    }

    private FloatingIp floatingIp(Port port) {
        FloatingIp floating =
                floatingIps.create(new FloatingIpCreate(external().id(), port.id(), Optional.empty(), mark));
        undo.push(() -> floatingIps.delete(floating.id()));
        return floating;
    }

    private static HttpStatusException refused(Runnable call) {
        return catchThrowableOfType(HttpStatusException.class, call::run);
    }

    private List<FloatingIp> described(String description) {
        return floatingIps.all().stream()
                .filter(one -> one.description().equals(description))
                .toList();
    }
}
