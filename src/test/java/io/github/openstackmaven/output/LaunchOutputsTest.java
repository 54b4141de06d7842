package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.Server.Address;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchOutputsTest {
    private static final PlannedServer PLAN = new PlannedServer(
            ServerSpec.of("web", "debian-12", "m1.tiny", List.of()),
            new Image("i1", "debian-12", "active", Instant.EPOCH, 0, 0),
            new Flavor("f1", "m1.tiny", 1, 512, 1),
            Optional.empty(),
            List.of(),
            List.of());

    @TempDir
    Path folder;

    @Test
    void later_plugins_find_the_server_in_properties() {
        LaunchOutputs outputs = new LaunchOutputs(List.of(launched(address(4, "10.0.0.5", "fixed"))));

        assertThat(outputs.properties())
                .containsEntry("openstack.server.id", "s1")
                .containsEntry("openstack.server.name", "web")
                .containsEntry("openstack.server.ip", "10.0.0.5")
                .containsEntry("openstack.server.web.id", "s1")
                .containsEntry("openstack.servers.ids", "s1")
                .containsEntry("openstack.servers.ips", "10.0.0.5");
    }

    @Test
    void a_floating_ip_is_preferred_and_ipv4_comes_before_ipv6() {
        assertThat(launched(
                                address(6, "fd00::5", "fixed"),
                                address(4, "10.0.0.5", "fixed"),
                                address(4, "198.51.100.7", "floating"))
                        .ip())
                .contains("198.51.100.7");
        assertThat(launched(address(6, "fd00::5", "fixed"), address(4, "10.0.0.5", "fixed"))
                        .ip())
                .contains("10.0.0.5");
        assertThat(launched(address(6, "fd00::5", "fixed")).ip()).contains("fd00::5");
    }

    @Test
    void a_server_without_an_address_leaves_no_ip() {
        assertThat(new LaunchOutputs(List.of(launched())).properties())
                .doesNotContainKey("openstack.server.ip")
                .containsEntry("openstack.servers.ips", "");
    }

    @Test
    void programs_find_the_servers_in_servers_json() throws IOException {
        Path file = new LaunchOutputs(List.of(launched(address(4, "10.0.0.5", "fixed"))))
                .write(folder.resolve("openstack"));

        JsonNode server = new ObjectMapper().readTree(file.toFile()).at("/servers/0");
        assertThat(server.at("/id").asText()).isEqualTo("s1");
        assertThat(server.at("/ip").asText()).isEqualTo("10.0.0.5");
        assertThat(server.at("/image/name").asText()).isEqualTo("debian-12");
        assertThat(server.at("/networks/0/name").asText()).isEqualTo("lan");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private static LaunchedServer launched(Address... addresses) {
        return LaunchedServer.of(
                PLAN,
                new Server(
                        "s1",
                        "web",
                        "ACTIVE",
                        Optional.empty(),
                        Instant.EPOCH,
                        Map.of("lan", List.of(addresses)),
                        Map.of(),
                        Optional.empty()));
    }

    private static Address address(int version, String address, String type) {
        return new Address(version, address, Optional.of(type));
    }
}
