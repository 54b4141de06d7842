package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Nova is asked for. */
class CreateBodyTest {

    @Test
    void a_plain_server_is_asked_for_with_nothing_more_than_it_needs() {
        assertThat(body(PlannedServers.plain(), Bindings.foreseen()).toString())
                .isEqualTo("{\"server\":{\"name\":\"web\",\"imageRef\":\"i1\",\"flavorRef\":\"f1\","
                        + "\"networks\":[{\"uuid\":\"n1\"}],\"metadata\":{\"maven:build\":\"b1\"}}}");
    }

    @Test
    void a_server_that_boots_from_a_volume_names_no_image() {
        JsonNode body = body(PlannedServers.full(), PlannedServers.made());

        assertThat(body.at("/server").has("imageRef")).isFalse();
        assertThat(body.at("/server/block_device_mapping_v2/0").toString())
                .isEqualTo("{\"uuid\":\"v1\",\"source_type\":\"volume\",\"destination_type\":\"volume\","
                        + "\"boot_index\":0,\"delete_on_termination\":true}");
    }

    @Test
    void further_volumes_are_not_booted_from_and_stay_where_they_are_the_users() {
        JsonNode disks = body(PlannedServers.full(), PlannedServers.made()).at("/server/block_device_mapping_v2");

        assertThat(disks).extracting(disk -> disk.get("uuid").asText()).containsExactly("v1", "v2", "v9");
        assertThat(disks)
                .extracting(disk -> disk.get("delete_on_termination").asBoolean())
                .containsExactly(true, false, false);
        assertThat(disks).extracting(disk -> disk.has("boot_index")).containsExactly(true, false, false);
    }

    @Test
    void beside_volumes_the_image_is_listed_as_the_disk_to_boot_from() {
        PlannedServer server = PlannedServers.with(
                PlannedServers.plain(), List.of(new PlannedVolume.Existing(PlannedServers.volume("v9", "data"))));

        JsonNode body = body(server, Bindings.foreseen());

        assertThat(body.at("/server/imageRef").asText()).isEqualTo("i1");
        assertThat(body.at("/server/block_device_mapping_v2/0").toString())
                .isEqualTo("{\"uuid\":\"i1\",\"source_type\":\"image\",\"destination_type\":\"local\","
                        + "\"boot_index\":0,\"delete_on_termination\":true}");
        assertThat(body.at("/server/block_device_mapping_v2/1/uuid").asText()).isEqualTo("v9");
    }

    @Test
    void interfaces_are_networks_ports_made_for_them_and_ports_that_are_there() {
        assertThat(body(PlannedServers.full(), PlannedServers.made())
                        .at("/server/networks")
                        .toString())
                .isEqualTo("[{\"uuid\":\"n1\",\"tag\":\"front\"},{\"port\":\"p1\"},{\"port\":\"p9\"}]");
    }

    @Test
    void the_group_of_the_ingress_rules_stands_beside_those_that_are_named() {
        assertThat(body(PlannedServers.full(), PlannedServers.made()).at("/server/security_groups"))
                .extracting(group -> group.get("name").asText())
                .containsExactly("g1", "g3");
    }

    @Test
    void key_group_and_password_are_those_of_the_launch() {
        JsonNode body = body(PlannedServers.full(), PlannedServers.made());

        assertThat(body.at("/server/key_name").asText()).isEqualTo("key-of-the-launch");
        assertThat(body.at("/server/adminPass").asText()).isEqualTo("hunter2");
        assertThat(body.at("/os:scheduler_hints/group").asText()).isEqualTo("sg1");
        assertThat(body.at("/os:scheduler_hints/different_host").asText()).isEqualTo("s9");
    }

    @Test
    void no_network_is_a_word() {
        PlannedServer plain = PlannedServers.plain();
        PlannedServer lonely = new PlannedServer(
                plain.spec(),
                plain.boot(),
                plain.flavor(),
                new PlannedNetworks.Allocated("none"),
                plain.access(),
                Optional.empty(),
                List.of(),
                Optional.empty());

        assertThat(body(lonely, Bindings.foreseen()).at("/server/networks").asText())
                .isEqualTo("none");
    }

    private static JsonNode body(PlannedServer server, Bindings bindings) {
        return Json.parse(Json.write(CreateBody.of(PlannedServers.create(server), bindings)
                        .request(Map.of("maven:build", "b1"), Optional.empty())))
                .orElseThrow();
    }
}
