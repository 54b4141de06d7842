package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.NetworkQuota;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.network.PortClient;
import io.github.openstackmaven.network.PortCreate;
import io.github.openstackmaven.network.Subnet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any cloud does with ports. */
abstract class PortContract {
    /** A network of the project itself, which a router joins to an external one. */
    static final String OWN_NETWORK = System.getProperty("own-network", "private");

    private final String mark = "blk-" + UUID.randomUUID();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private Cloud cloud;
    private PortClient ports;
    private Network network;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud().logIn();
        ports = cloud.ports();
        network = cloud.network().byName(OWN_NETWORK).get(0);
    }

    @AfterEach
    void deleteWhatWasMade() {
        undo.forEach(Runnable::run);
    }

    @Test
    void a_port_is_the_one_that_was_described() {
        String group = cloud.securityGroups().byName("default").get(0).id();
        Subnet subnet = cloud.network().subnets(network.id()).get(0);
        Port port = port(new PortCreate(
                network.id(),
                mark,
                mark,
                List.of(new PortCreate.FixedIp(Optional.empty(), Optional.of(subnet.id()))),
                List.of(group)));

        assertThat(port.name()).isEqualTo(mark);
        assertThat(port.description()).isEqualTo(mark);
        assertThat(port.networkId()).isEqualTo(network.id());
        assertThat(port.deviceId()).isEmpty();
        assertThat(port.securityGroups()).containsExactly(group);
        assertThat(port.fixedIps())
                .singleElement()
                .extracting(Port.FixedIp::subnetId)
                .isEqualTo(subnet.id());
        assertThat(ports.byId(port.id())).contains(port);
        assertThat(ports.byName(mark)).containsExactly(port);
        assertThat(described(mark)).containsExactly(port);
        assertThat(ports.all()).contains(port);
    }

    @Test
    void a_port_without_groups_has_the_projects_default_one() {
        assertThat(port().securityGroups())
                .containsExactly(cloud.securityGroups().byName("default").get(0).id());
    }

    @Test
    void a_port_is_given_another_description() {
        Port port = port();

        ports.describe(port.id(), mark + " again");

        assertThat(port.createdAt()).isPresent();
        assertThat(described(mark + " again"))
                .singleElement()
                .extracting(Port::id, Port::name)
                .containsExactly(port.id(), mark);
    }

    @Test
    void a_deleted_port_is_gone_and_can_be_deleted_again() {
        Port port = port();

        ports.delete(port.id());
        ports.delete(port.id());

        assertThat(ports.byId(port.id())).isEmpty();
        assertThat(described(mark)).isEmpty();
    }

    @Test
    void a_fixed_ip_is_given_once() {
        String address = port().fixedIps().get(0).ipAddress();

        HttpStatusException e = refused(() ->
                port(new PortCreate(network.id(), mark, mark, List.of(PortCreate.FixedIp.of(address)), List.of())));

        assertThat(e.status()).isEqualTo(409);
        assertThat(e.words()).startsWith("IP address " + address + " already allocated in subnet ");
    }

    @Test
    void a_fixed_ip_on_a_network_of_others_is_against_the_policy() {
        Cloud open = cloud().logIn();
        String shared = open.network().byName(LaunchContract.NETWORK).get(0).id();

        HttpStatusException e = catchThrowableOfType(
                HttpStatusException.class,
                () -> open.ports()
                        .create(new PortCreate(
                                shared, "blk-fixed", "", List.of(PortCreate.FixedIp.of("127.20.0.250")), List.of())));

        assertThat(e.status()).isEqualTo(403);
        assertThat(e.words()).contains("create_port:fixed_ips:ip_address", "is disallowed by policy");
    }

    @Test
    void a_fixed_ip_of_no_subnet_is_refused() {
        HttpStatusException e = refused(() -> port(
                new PortCreate(network.id(), mark, mark, List.of(PortCreate.FixedIp.of("198.51.100.7")), List.of())));

        assertThat(e.status()).isEqualTo(400);
        assertThat(e.words()).startsWith("IP address 198.51.100.7 is not a valid IP for any of the subnets");
    }

    @Test
    void the_quota_tells_limit_and_use() {
        String project = cloud.session().login().project().orElseThrow().id();
        NetworkQuota before = cloud.network().quota(project).orElseThrow();

        port();

        NetworkQuota after = cloud.network().quota(project).orElseThrow();
        assertThat(after.ports().orElseThrow().limit())
                .isEqualTo(before.ports().orElseThrow().limit());
        assertThat(after.ports().orElseThrow().used()).isPositive();
        assertThat(after.floatingIps().orElseThrow().limit())
                .isEqualTo(before.floatingIps().orElseThrow().limit());
        assertThat(after.securityGroups().orElseThrow().used()).isPositive();
    }

    private Port port() {
        return port(new PortCreate(network.id(), mark, mark, List.of(), List.of()));
    }

    private Port port(PortCreate create) {
        Port port = ports.create(create);
        undo.push(() -> ports.delete(port.id()));
        return port;
    }

    private static HttpStatusException refused(Runnable call) {
        return catchThrowableOfType(HttpStatusException.class, call::run);
    }

    private List<Port> described(String description) {
        return ports.all().stream()
                .filter(one -> one.description().equals(description))
                .toList();
    }
}
