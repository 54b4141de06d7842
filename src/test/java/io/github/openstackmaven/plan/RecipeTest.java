package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.http.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that a launch would send to make something. */
class RecipeTest {
    private static final Marking MARKING = new Marking(
            Map.of("maven:build", "b1"),
            Map.of("maven:build", "b1"),
            "maven:build=b1",
            "maven-b1-l1-never",
            "maven-b1-l1-never");

    @Test
    void they_stand_in_the_order_of_the_launch() {
        assertThat(of(PlannedServers.full()))
                .extracting(PlannedRequest::path)
                .containsExactly(
                        "/os-keypairs",
                        "/os-server-groups",
                        "/security-groups",
                        "/security-group-rules",
                        "/security-group-rules",
                        "/security-group-rules",
                        "/ports",
                        "/volumes",
                        "/volumes",
                        "/servers",
                        "/floatingips");
    }

    @Test
    void what_several_servers_share_is_made_once() {
        assertThat(of(PlannedServers.full(), PlannedServers.full()))
                .extracting(PlannedRequest::path)
                .containsOnlyOnce("/os-keypairs", "/os-server-groups", "/security-groups")
                .endsWith("/servers", "/floatingips");
    }

    @Test
    void a_plain_server_is_one_request() {
        assertThat(of(PlannedServers.plain())).extracting(PlannedRequest::path).containsExactly("/servers");
    }

    @Test
    void ids_that_do_not_exist_yet_say_what_they_will_be_of() {
        JsonNode server = body("/servers");

        assertThat(server.at("/server/block_device_mapping_v2/0/uuid").asText()).isEqualTo("<id of volume web-boot>");
        assertThat(server.at("/server/networks/1/port").asText()).isEqualTo("<id of port web-port-2>");
        assertThat(server.at("/server/security_groups/1/name").asText())
                .isEqualTo("<id of security group web-ingress>");
        assertThat(server.at("/os:scheduler_hints/group").asText()).isEqualTo("<id of server group apart>");
        assertThat(body("/floatingips").at("/floatingip/port_id").asText()).isEqualTo("<id of port of server web>");
    }

    @Test
    void everything_that_is_made_carries_the_marks() {
        assertThat(body("/servers").at("/server/metadata/maven:build").asText()).isEqualTo("b1");
        assertThat(body("/volumes").at("/volume/metadata/maven:build").asText()).isEqualTo("b1");
        assertThat(body("/ports").at("/port/description").asText()).isEqualTo("maven:build=b1");
        assertThat(body("/os-keypairs").at("/keypair/name").asText()).isEqualTo("maven-b1-l1-never");
    }

    @Test
    void a_password_is_not_told() {
        assertThat(body("/servers").at("/server/adminPass").asText()).isEqualTo("***");
        assertThat(Json.write(of(PlannedServers.full()))).doesNotContain("hunter2");
    }

    private static JsonNode body(String path) {
        return of(PlannedServers.full()).stream()
                .filter(request -> request.path().equals(path))
                .findFirst()
                .flatMap(request -> Json.parse(Json.write(request.body())))
                .orElseThrow();
    }

    private static List<PlannedRequest> of(PlannedServer... servers) {
        return Recipe.of(List.of(servers)).foreseen(MARKING);
    }
}
