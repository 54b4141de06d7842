package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.VolumeClient;
import io.github.openstackmaven.volume.VolumeCreate;
import io.github.openstackmaven.volume.VolumeLimits;
import io.github.openstackmaven.volume.VolumeType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What volumes do on any cloud; it leaves nothing behind. */
abstract class VolumeContract {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name = "vol-" + UUID.randomUUID();
    private final List<String> servers = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private CloudUnderTest cloud;
    private VolumeClient volumes;
    private ServiceClient nova;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
        volumes = cloud.logIn().volume();
        nova = cloud.logIn().service(ServiceType.COMPUTE);
    }

    @AfterEach
    void leaveNothingBehind() {
        servers.forEach(id -> nova.delete("/servers/" + id));
        servers.forEach(id -> patiently()
                .until(() -> nova.find("/servers/" + id, JsonNode.class).isEmpty()));
        // Cinder deletes none that it is still creating
        made.forEach(id -> patiently().ignoreExceptions().untilAsserted(() -> volumes.delete(id)));
        made.forEach(id -> patiently().until(() -> volumes.byId(id).isEmpty()));
    }

    @Test
    void a_volume_is_made_found_and_deleted() {
        String id = create(blank(1));

        assertThat(volumes.byId(id)).map(Volume::status).get().isIn("creating", "available");
        Volume volume = awaitStatus(id, "available");

        assertThat(volume.name()).contains(name);
        assertThat(volume.size()).isEqualTo(1);
        assertThat(volume.bootable()).isEqualTo("false");
        assertThat(volume.metadata()).containsExactly(Map.entry("maven:build", "contract-test"));
        assertThat(volume.attachments()).isEmpty();
        assertThat(volume.volumeType()).isPresent();
        assertThat(volumes.byName(name)).containsExactly(volume);
        assertThat(volumes.all()).contains(volume);

        volumes.delete(id);

        patiently().until(() -> volumes.byId(id).isEmpty());
        assertThat(volumes.byName(name)).isEmpty();
        volumes.delete(id);
    }

    @Test
    void metadata_is_added_and_taken_out_and_the_rest_stays() {
        String id = create(blank(1));
        Volume before = awaitStatus(id, "available");

        volumes.addMetadata(id, Map.of("maven:expires-at", "2026-01-01T00:00:00Z", "empty", ""));
        volumes.removeMetadata(id, "empty");
        volumes.removeMetadata(id, "empty");

        Volume after = volumes.byId(id).orElseThrow();
        assertThat(after.metadata())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("maven:build", "contract-test", "maven:expires-at", "2026-01-01T00:00:00Z"));
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
    }

    @Test
    void a_volume_counts_against_the_quota() {
        VolumeLimits before = volumes.limits();

        create(blank(1));

        VolumeLimits after = volumes.limits();
        assertThat(after.totalVolumesUsed()).isEqualTo(before.totalVolumesUsed().map(used -> used + 1));
        assertThat(after.totalGigabytesUsed())
                .isEqualTo(before.totalGigabytesUsed().map(used -> used + 1));
    }

    @Test
    void a_volume_is_made_of_an_image_and_of_a_volume_in_a_given_type() {
        VolumeType type = volumes.types().get(0);
        assertThat(volumes.type(type.name())).contains(type);
        String ofImage = create(VolumeCreate.builder(name)
                .size(Optional.of(1))
                .volumeType(Optional.of(type.name()))
                .imageRef(Optional.of(plan().boot().image().orElseThrow().id()))
                .description(Optional.of("of an image"))
                .build());
        Volume volume = awaitStatus(ofImage, "available");

        assertThat(volume.bootable()).isEqualTo("true");
        assertThat(volume.volumeType()).contains(type.name());

        String ofVolume = create(
                VolumeCreate.builder(name).sourceVolid(Optional.of(ofImage)).build());
        assertThat(awaitStatus(ofVolume, "available").size()).isEqualTo(1);
    }

    @Test
    void a_server_booted_from_a_new_volume_has_it_attached_and_takes_it_along() {
        String server = boot(true);
        String id = attached(server);
        Volume volume = awaitStatus(id, "in-use");

        assertThat(volume.attachments()).extracting(Volume.Attachment::serverId).containsExactly(server);
        assertThat(show(server).get("image").asText("an image")).isEmpty();
        assertThat(refusal(() -> volumes.delete(id))).hasMessageContaining("Volume status must be available");

        nova.delete("/servers/" + server);

        patiently().until(() -> volumes.byId(id).isEmpty());
    }

    @Test
    void a_volume_not_to_be_deleted_with_its_server_outlives_it() {
        String server = boot(false);
        String id = attached(server);
        made.add(id);

        nova.delete("/servers/" + server);

        assertThat(awaitStatus(id, "available").attachments()).isEmpty();
    }

    @Test
    void what_is_refused_is_told_in_the_clouds_own_words() {
        assertThat(refusal(() -> volumes.create(blank(0)))).hasMessageContaining("0 is less than the minimum of 1");
        HttpStatusException tooBig = refusal(() -> volumes.create(blank(1_000_000)));
        assertThat(tooBig.status()).isEqualTo(413);
        assertThat(tooBig).hasMessageContaining("exceeds allowed gigabytes quota");
        assertThat(volumes.byId(UUID.randomUUID().toString())).isEmpty();
    }

    private VolumeCreate blank(int size) {
        return VolumeCreate.builder(name)
                .size(Optional.of(size))
                .metadata(Map.of("maven:build", "contract-test"))
                .build();
    }

    private String create(VolumeCreate volume) {
        String id = volumes.create(volume);
        made.add(id);
        return id;
    }

    private Volume awaitStatus(String id, String status) {
        return patiently()
                .until(
                        () -> volumes.byId(id),
                        volume -> volume.filter(one -> one.status().equals(status))
                                .isPresent())
                .orElseThrow();
    }

    private String boot(boolean deleteOnTermination) {
        PlannedServer plan = plan();
        JsonNode body = nova.post(
                "/servers",
                Map.of(
                        "server",
                        Map.of(
                                "name", name,
                                "flavorRef", plan.flavor().id(),
                                "networks", List.of(Map.of("uuid", LaunchContract.networkId(plan))),
                                "block_device_mapping_v2",
                                        List.of(Map.of(
                                                "boot_index",
                                                "0",
                                                "source_type",
                                                "image",
                                                "uuid",
                                                plan.boot()
                                                        .image()
                                                        .orElseThrow()
                                                        .id(),
                                                "destination_type",
                                                "volume",
                                                "volume_size",
                                                1,
                                                "delete_on_termination",
                                                deleteOnTermination)))),
                JsonNode.class);
        String id = body.at("/server/id").asText();
        servers.add(id);
        patiently().until(() -> show(id).get("status").asText().equals("ACTIVE"));
        return id;
    }

    private String attached(String server) {
        return show(server).at("/os-extended-volumes:volumes_attached/0/id").asText();
    }

    private JsonNode show(String server) {
        return nova.get("/servers/" + server, Map.of(), JsonNode.class).get("server");
    }

    private PlannedServer plan() {
        return cloud.plan(
                ServerSpecs.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK)));
    }

    private static HttpStatusException refusal(ThrowingCallable action) {
        return catchThrowableOfType(HttpStatusException.class, action);
    }

    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200));
    }
}
