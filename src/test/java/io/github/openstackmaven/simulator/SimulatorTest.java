package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Simulator simulator = Simulator.start(
            0,
            Options.builder().clock(() -> now).buildTime(Duration.ofSeconds(10)).build());
    private final Client demo = Client.demo(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_server_is_built_used_and_deleted() {
        Client.Reply created = demo.post("compute", "/servers", server("lan", "{}"));
        assertThat(created.status()).isEqualTo(202);
        String path = "/servers/" + created.json().at("/server/id").asText();
        assertThat(created.header("Location")).endsWith(path);
        assertThat(show(path).path("status").asText()).isEqualTo("BUILD");
        assertThat(show(path).path("OS-EXT-STS:task_state").asText()).isEqualTo("scheduling");

        pass(10);
        assertThat(show(path).path("status").asText()).isEqualTo("ACTIVE");
        assertThat(show(path).at("/addresses/lan/0/addr").asText()).isEqualTo("127.20.0.2");

        assertThat(demo.delete("compute", path).status()).isEqualTo(204);
        assertThat(show(path).path("OS-EXT-STS:task_state").asText()).isEqualTo("deleting");
        pass(10);
        assertThat(demo.get("compute", path).status()).isEqualTo(404);
    }

    @Test
    void a_build_fails_when_asked() {
        String path = create(server("lan", "{\"oslab_build_fail\": \"no disk left\", \"oslab_build_delay\": \"20\"}"));
        pass(20);
        assertThat(show(path).path("status").asText()).isEqualTo("BUILD");
        pass(10);
        assertThat(show(path).path("status").asText()).isEqualTo("ERROR");
        assertThat(show(path).at("/fault/message").asText()).endsWith(" aborted: no disk left");
    }

    @Test
    void a_query_is_understood_as_it_was_typed() throws IOException {
        create(server("lan", "{}"));
        URI nova = URI.create(demo.endpoints().get("compute"));

        try (Socket typed = new Socket(InetAddress.getLoopbackAddress(), nova.getPort())) {
            typed.getOutputStream()
                    .write(("GET " + nova.getPath() + "/servers?name=^w|{%zz} HTTP/1.1\r\nHost: nova\r\nX-Auth-Token: "
                                    + demo.token() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(typed.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 ")
                    .doesNotStartWith("HTTP/1.1 500");
        }
    }

    @Test
    void odd_numbers_are_refused_as_such() {
        String rule = """
                {"security_group_rule": {"security_group_id": "any", "direction": "ingress", "protocol": "tcp",
                 "port_range_min": "x", "port_range_max": "x"}}""";

        assertThat(demo.post("network", "/v2.0/security-group-rules", rule).status())
                .isBetween(400, 404);
        assertThat(demo.call("GET", "compute", "/servers", "", Map.of("OpenStack-API-Version", "compute 2.99999999999"))
                        .status())
                .isEqualTo(406);
        assertThat(demo.get("image", "/v2/images?os_hidden=True").status()).isEqualTo(200);
    }

    @Test
    void one_that_runs_for_long_keeps_no_request() {
        try (Simulator lasting =
                Simulator.start(0, Options.builder().withoutRecording().build())) {
            Client.demo(lasting).get("compute", "/servers");

            assertThat(lasting.requests()).isEmpty();
        }
    }

    @Test
    void several_networks_are_too_many() {
        Client.Reply refused = demo.post("compute", "/servers", server("", "{}"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/conflictingRequest/message").asText())
                .isEqualTo("Multiple possible networks found, use a Network ID to be more specific.");
    }

    @Test
    void a_project_sees_its_own_servers_only() {
        String path = create(server("lan", "{}"));
        Client other = Client.login(simulator.authUrl().toString(), "other", "passw0rd", "other");
        assertThat(other.get("compute", path).status()).isEqualTo(404);
        assertThat(other.get("compute", "/servers").json().path("servers")).isEmpty();
    }

    @Test
    void tokens_expire() {
        pass(3599);
        assertThat(demo.get("compute", "/servers").status()).isEqualTo(200);
        pass(1);
        Client.Reply refused = demo.get("compute", "/servers");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Keystone uri=\"" + simulator.authUrl() + "\"");
    }

    @Test
    void requests_are_recorded() {
        simulator.clearRequests();
        demo.get("image", "/v2/images?limit=1");
        assertThat(simulator.requests())
                .containsExactly(new Recorded("GET", "/image/v2/images?limit=1", "", 200, Optional.empty()));
    }

    @Test
    void faults_strike_once() {
        simulator.fail("GET", "/flavors", new Fault.Status(503, Map.of("Retry-After", "1"), "busy"));
        Client.Reply busy = demo.get("compute", "/flavors");
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).isEqualTo("1");
        assertThat(demo.get("compute", "/flavors").status()).isEqualTo(200);
    }

    @Test
    void a_create_may_be_done_and_its_answer_lost() {
        simulator.fail("POST", "/servers$", new Fault.Close(Fault.Heeded.AFTER));
        assertThatThrownBy(() -> demo.post("compute", "/servers", server("lan", "{}")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(demo.get("compute", "/servers").json().path("servers")).hasSize(1);
    }

    @Test
    void a_create_may_be_lost_on_its_way() {
        simulator.fail("POST", "/servers$", new Fault.Close(Fault.Heeded.BEFORE));
        assertThatThrownBy(() -> demo.post("compute", "/servers", server("lan", "{}")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(demo.get("compute", "/servers").json().path("servers")).isEmpty();
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private JsonNode show(String path) {
        return demo.get("compute", path).json().path("server");
    }

    private String create(String body) {
        return "/servers/"
                + demo.post("compute", "/servers", body).json().at("/server/id").asText();
    }

    private static String server(String network, String metadata) {
        String networks = network.isEmpty()
                ? ""
                : ", \"networks\": [{\"uuid\": \"%s\"}]".formatted(Ids.uuid("network/" + network));
        return """
                {"server": {"name": "sim-one", "imageRef": "%s", "flavorRef": "%s", "metadata": %s%s}}""".formatted(Ids.uuid("image/debian-12"), Ids.uuid("flavor/m1.tiny"), metadata, networks);
    }
}
