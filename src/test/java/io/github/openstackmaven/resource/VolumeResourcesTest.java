package io.github.openstackmaven.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.volume.VolumeClient;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A volume that Cinder does not delete since something holds it. */
class VolumeResourcesTest {
    private final ScriptedService cinder = new ScriptedService();
    private final ScriptedService nova = new ScriptedService();
    private final VolumeResources volumes =
            new VolumeResources(new VolumeClient(cinder.client()), new ComputeClient(nova.client(), Optional.empty()));

    @Test
    void what_a_server_that_is_no_more_has_left_behind_is_let_go_and_the_volume_deleted() {
        held("reserved", "\"s1\"");
        cinder.answers("DELETE /volumes/v1", 202, "").answers("DELETE /attachments/a1", 200, "{}");

        assertThat(volumes.delete("v1")).isTrue();

        assertThat(cinder.sent)
                .containsExactly(
                        "DELETE /volumes/v1", "GET /attachments", "DELETE /attachments/a1", "DELETE /volumes/v1");
    }

    @Test
    void what_holds_it_for_a_server_that_is_there_stays() {
        held("reserved", "\"s1\"");
        nova.answers("GET /servers/s1", 200, """
                {"server": {"id": "s1", "status": "BUILD", "metadata": {}}}""");

        assertThatThrownBy(() -> volumes.delete("v1")).hasMessageContaining("must be available");
        assertThat(cinder.sent).containsExactly("DELETE /volumes/v1", "GET /attachments");
    }

    @Test
    void what_is_more_than_a_reservation_stays() {
        held("attached", "\"s1\"");

        assertThatThrownBy(() -> volumes.delete("v1")).hasMessageContaining("must be available");
        assertThat(cinder.sent).doesNotContain("DELETE /attachments/a1");
    }

    @Test
    void what_holds_it_for_nobody_known_stays() {
        held("reserved", "null");

        assertThatThrownBy(() -> volumes.delete("v1")).hasMessageContaining("must be available");
        assertThat(cinder.sent).doesNotContain("DELETE /attachments/a1");
    }

    @Test
    void another_refusal_is_told_as_it_is() {
        cinder.answers("DELETE /volumes/v1", 403, """
                {"forbidden": {"message": "Policy doesn't allow volume:delete"}}""");

        assertThatThrownBy(() -> volumes.delete("v1")).hasMessageContaining("Policy doesn't allow volume:delete");
        assertThat(cinder.sent).containsExactly("DELETE /volumes/v1");
    }

    @Test
    void one_that_is_gone_is_told_to_be_gone() {
        assertThat(volumes.delete("v1")).isFalse();
    }

    private void held(String status, String server) {
        cinder.answers("DELETE /volumes/v1", 400, """
                {"badRequest": {"message": "Invalid volume: Volume status must be available or error"}}""");
        cinder.answers("GET /attachments", 200, """
                {"attachments": [{"id": "a1", "status": "%s", "volume_id": "v1", "instance": %s}]}""".formatted(status, server));
    }
}
