package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.Ids;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatorVolumeTest {
    private static final String OF_IMAGE = """
            {"boot_index": 0, "source_type": "image", "uuid": "%s", "destination_type": "volume", "volume_size": 2,
             "delete_on_termination": true}""".formatted(Ids.uuid("image/debian-12"));
    private static final String BLANK =
            "{\"source_type\": \"blank\", \"destination_type\": \"volume\", \"volume_size\": 3}";

    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final Simulator simulator = Simulator.start(
            0,
            Options.builder().clock(() -> now).buildTime(Duration.ofSeconds(30)).build());
    private final Client demo = Client.demo(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_volume_is_created_and_deleted_in_its_time() {
        String id = volume(1);
        assertThat(status(id)).isEqualTo("creating");
        pass(10);
        assertThat(status(id)).isEqualTo("available");

        assertThat(demo.delete("block-storage", "/volumes/" + id).status()).isEqualTo(202);
        assertThat(status(id)).isEqualTo("deleting");
        pass(10);
        assertThat(demo.get("block-storage", "/volumes/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_volume_that_is_not_ready_can_be_neither_copied_nor_deleted() {
        String id = volume(1);

        Client.Reply copied =
                demo.post("block-storage", "/volumes", "{\"volume\": {\"source_volid\": \"" + id + "\"}}");
        assertThat(copied.json().at("/badRequest/message").asText())
                .isEqualTo(
                        "Invalid volume: Originating source volume status must be one of 'available, in-use' values");
        assertThat(demo.delete("block-storage", "/volumes/" + id).status()).isEqualTo(400);
    }

    @Test
    void a_volume_is_attached_and_detached_in_its_time() {
        String server = server("m1.tiny", OF_IMAGE, "{}");
        String id = volume(1);
        pass(30);
        String attachments = "/servers/" + server + "/os-volume_attachments";

        demo.post("compute", attachments, "{\"volumeAttachment\": {\"volumeId\": \"" + id + "\"}}");
        assertThat(status(id)).isEqualTo("reserved");
        pass(10);
        assertThat(status(id)).isEqualTo("in-use");
        assertThat(show(id).at("/attachments/0/device").asText()).isEqualTo("/dev/sdb");

        demo.delete("compute", attachments + "/" + id);
        assertThat(status(id)).isEqualTo("detaching");
        pass(10);
        assertThat(status(id)).isEqualTo("available");
        assertThat(demo.get("compute", attachments).json().path("volumeAttachments"))
                .hasSize(1);
    }

    @Test
    void a_server_that_is_deleted_takes_along_the_volumes_that_are_to_go_with_it() {
        String server = server("m1.tiny", OF_IMAGE + "," + BLANK, "{}");
        pass(30);
        assertThat(volumes()).hasSize(2);

        demo.delete("compute", "/servers/" + server);
        pass(10);

        assertThat(volumes()).hasSize(1);
        assertThat(volumes().get(0).path("name").asText()).isEqualTo(server + "-blank-vol");
        assertThat(volumes().get(0).path("status").asText()).isEqualTo("available");
    }

    @Test
    void a_server_that_is_deleted_while_it_is_built_leaves_the_others_behind_as_well() {
        String server = server("m1.tiny", OF_IMAGE + "," + BLANK, "{}");
        demo.delete("compute", "/servers/" + server);
        pass(60);

        assertThat(demo.get("compute", "/servers/" + server).status()).isEqualTo(404);
        assertThat(volumes()).hasSize(1);
    }

    @Test
    void a_failed_build_lets_go_of_volumes_that_nova_still_lists() {
        String server = server("m1.tiny", OF_IMAGE + "," + BLANK, "{\"oslab_build_fail\": \"no disk left\"}");
        pass(30);

        assertThat(volumes()).hasSize(1);
        assertThat(volumes().get(0).path("status").asText()).isEqualTo("available");
        assertThat(shown(server).path("status").asText()).isEqualTo("ERROR");
        assertThat(shown(server).at("/os-extended-volumes:volumes_attached")).hasSize(1);
    }

    @Test
    void a_server_on_a_volume_needs_no_room_for_its_flavors_disk() {
        String server = server("m1.huge", OF_IMAGE, "{}");
        pass(30);

        assertThat(shown(server).path("status").asText()).isEqualTo("ACTIVE");
        assertThat(shown(server).path("image").asText("an image")).isEmpty();
    }

    @Test
    void ten_volumes_and_no_more() {
        for (int n = 0; n < 10; n++) volume(1);

        Client.Reply refused = demo.post("block-storage", "/volumes", "{\"volume\": {\"size\": 1}}");

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().at("/overLimit/message").asText())
                .isEqualTo("VolumeLimitExceeded: Maximum number of volumes allowed (10) exceeded for quota 'volumes'.");
    }

    @Test
    void a_full_quota_of_storage_fails_a_build_only_on_its_way() {
        volume(999);
        String server = server("m1.tiny", OF_IMAGE, "{}");
        pass(30);

        assertThat(shown(server).at("/fault/message").asText())
                .isEqualTo(
                        "Build of instance " + server + " aborted: VolumeSizeExceedsAvailableQuota: Requested volume or"
                                + " snapshot exceeds allowed gigabytes quota. Requested 2G, quota is 1000G and 999G has been"
                                + " consumed.");
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private String volume(int size) {
        return demo.post("block-storage", "/volumes", "{\"volume\": {\"size\": " + size + "}}")
                .json()
                .at("/volume/id")
                .asText();
    }

    private String status(String volume) {
        return show(volume).path("status").asText();
    }

    private JsonNode show(String volume) {
        return demo.get("block-storage", "/volumes/" + volume).json().path("volume");
    }

    private JsonNode volumes() {
        return demo.get("block-storage", "/volumes/detail").json().path("volumes");
    }

    private String server(String flavor, String devices, String metadata) {
        return demo.post("compute", "/servers", """
                {"server": {"name": "sim-volumes", "flavorRef": "%s", "metadata": %s, "networks": [{"uuid": "%s"}],
                 "block_device_mapping_v2": [%s]}}""".formatted(
                                Ids.uuid("flavor/" + flavor), metadata, Ids.uuid("network/lan"), devices))
                .json()
                .at("/server/id")
                .asText();
    }

    private JsonNode shown(String server) {
        return demo.get("compute", "/servers/" + server).json().path("server");
    }
}
