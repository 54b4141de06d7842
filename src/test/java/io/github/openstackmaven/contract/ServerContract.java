package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.BlockDevice;
import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.CreatedServer;
import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.ServerCreate;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.PlannedServers;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.VolumeAttachment;
import io.github.openstackmaven.volume.VolumeClient;
import io.github.openstackmaven.volume.VolumeCreate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Nova tells of a server, and what can be changed on it. */
abstract class ServerContract {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name = "server-" + UUID.randomUUID();
    private final List<String> servers = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private ComputeClient compute;
    private VolumeClient volumes;
    private PlannedServer plan;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        CloudUnderTest under = cloud();
        Cloud cloud = under.logIn();
        compute = cloud.compute();
        volumes = cloud.volume();
        plan = under.plan(
                ServerSpecs.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK)));
    }

    @AfterEach
    void leaveNothingBehind() {
        servers.forEach(this::delete);
        servers.clear();
        made.forEach(id -> {
            volumes.attachments(id).stream().map(VolumeAttachment::id).forEach(volumes::deleteAttachment);
            awaitStatus(id, "available");
            volumes.delete(id);
        });
        made.clear();
    }

    @Test
    void the_answer_to_a_create_tells_id_and_password() {
        CreatedServer created = create(server());

        assertThat(created.adminPass()).isPresent();
        Server active = active(created.id());
        assertThat(active.name()).isEqualTo(name);
        assertThat(active.availabilityZone()).contains("nova");
        assertThat(active.hostId()).get().asString().hasSize(56);
        assertThat(active.keyName()).isEmpty();
    }

    @Test
    void servers_are_found_by_their_names_from_the_create_on_whatever_letters_those_have() {
        String odd = name + " (a|b)[1]+é";
        String plain = create(server()).id();
        String other = create(ServerCreate.builder(odd, plan.flavor().id())
                        .imageRef(plan.boot().image().map(Image::id))
                        .networks(Optional.of(networks(plan))))
                .id();

        assertThat(ids(compute.named(Set.of(name)))).containsExactly(plain);
        assertThat(ids(compute.named(Set.of(odd)))).containsExactly(other);
        active(plain);
        active(other);
        assertThat(ids(compute.named(Set.of(name, odd)))).containsExactlyInAnyOrder(plain, other);
        assertThat(compute.named(Set.of(name + "x"))).isEmpty();
        assertThat(compute.named(Set.of())).isEmpty();
    }

    @Test
    void a_name_means_its_server_and_else_those_of_a_count_of_that_name() {
        String first = numbered("-1");
        String tenth = numbered("-10");
        numbered("s-1");

        assertThat(ids(compute.meant(name))).containsExactlyInAnyOrder(first, tenth);
        assertThat(ids(compute.meant(name + "-1"))).containsExactly(first);

        String itself = create(server()).id();
        assertThat(ids(compute.meant(name))).containsExactly(itself);
    }

    private String numbered(String ending) {
        return create(ServerCreate.builder(name + ending, plan.flavor().id())
                        .imageRef(plan.boot().image().map(Image::id))
                        .networks(Optional.of(networks(plan))))
                .id();
    }

    private static List<String> ids(List<Server> some) {
        return some.stream().map(Server::id).toList();
    }

    @Test
    void the_end_of_the_console_can_be_read_once_the_server_is_built() {
        String id = active(create(server()).id()).id();

        patiently().until(() -> compute.consoleLog(id, 50).contains(name + " login:"));

        assertThat(compute.consoleLog(id, 1)).doesNotContain("\n").contains("login:");
    }

    @Test
    void a_server_that_found_no_host_has_an_empty_console_and_so_has_one_that_is_not_there() {
        String id = unplaced(List.of()).id();

        assertThat(compute.consoleLog(id, 10)).isEmpty();
        assertThat(compute.consoleLog(UUID.randomUUID().toString(), 10)).isEmpty();
    }

    @Test
    void what_was_done_to_a_server_is_told_with_its_steps() {
        String id = active(create(server()).id()).id();

        List<InstanceAction> actions = compute.actions(id);

        assertThat(actions).extracting(InstanceAction::action).containsExactly("create");
        InstanceAction create = compute.action(id, actions.get(0).requestId());
        assertThat(create.events())
                .extracting(InstanceAction.Event::event)
                .contains("compute__do_build_and_run_instance");
        patiently()
                .until(() -> compute.action(id, create.requestId()).events().stream()
                        .allMatch(event ->
                                event.result().filter("Success"::equals).isPresent()));
    }

    @Test
    void what_was_done_to_a_server_is_told_when_it_is_gone() {
        String id = active(create(server()).id()).id();

        delete(id);

        assertThat(compute.actions(id)).extracting(InstanceAction::action).containsExactly("delete", "create");
    }

    @Test
    void a_server_that_found_no_host_has_an_action_that_failed() {
        String id = unplaced(List.of()).id();

        InstanceAction create = compute.actions(id).get(0);

        assertThat(create.message()).contains("Error");
        assertThat(compute.action(id, create.requestId()).events())
                .extracting(InstanceAction.Event::result)
                .containsExactly(Optional.of("Error"));
    }

    @Test
    void metadata_is_added_and_taken_out_and_the_rest_stays() {
        String id = active(create(server()).id()).id();

        compute.addMetadata(id, Map.of("maven:build", "b1", "empty", ""));
        compute.addMetadata(id, Map.of("maven:expires-at", "2026-01-01T00:00:00Z"));
        compute.removeMetadata(id, "empty");
        compute.removeMetadata(id, "empty");

        assertThat(compute.server(id).orElseThrow().metadata())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("maven:build", "b1", "maven:expires-at", "2026-01-01T00:00:00Z"));
    }

    @Test
    void further_local_disks_are_no_more_than_the_flavor_has() {
        String image = plan.boot().image().orElseThrow().id();

        assertThatThrownBy(
                        () -> create(server().blockDevices(List.of(BlockDevice.ofImage(image), BlockDevice.swap(64)))))
                .hasMessageContaining("Swap drive requested is larger than instance type allows.");
        assertThatThrownBy(() ->
                        create(server().blockDevices(List.of(BlockDevice.ofImage(image), BlockDevice.ephemeral(1)))))
                .hasMessageContaining("Ephemeral disks requested are larger than the instance type allows.");
    }

    @Test
    void a_server_boots_from_a_volume_of_the_given_type() {
        String type = volumes.types().get(0).name();
        BlockDevice root = Shown.as(BlockDevice.class, """
                {"uuid": "%s", "source_type": "image", "destination_type": "volume", "boot_index": 0, "volume_size": 1,
                 "delete_on_termination": true, "volume_type": "%s", "tag": "root"}""".formatted(
                        plan.boot().image().orElseThrow().id(), type));

        String id = active(create(server().imageRef(Optional.empty()).blockDevices(List.of(root)))
                        .id())
                .id();

        Volume volume = volumes.all().stream()
                .filter(one -> one.attachments().stream()
                        .anyMatch(attachment -> attachment.serverId().equals(id)))
                .findFirst()
                .orElseThrow();
        assertThat(volume.volumeType()).contains(type);
        assertThat(volume.bootable()).isEqualTo("true");
        assertThat(volumes.attachments(volume.id()))
                .extracting(VolumeAttachment::status, VolumeAttachment::instance)
                .containsExactly(tuple("attached", Optional.of(id)));
    }

    @Test
    void a_volume_of_a_server_that_found_no_host_is_let_go_by_its_attachment() {
        String volume = blank();
        Server server = unplaced(List.of(root(), data(volume)));
        awaitStatus(volume, "reserved");

        assertThat(volumes.attachments(volume))
                .extracting(VolumeAttachment::status, VolumeAttachment::instance)
                .containsExactly(tuple("reserved", Optional.of(server.id())));
        String attachment = volumes.attachments(volume).get(0).id();
        volumes.deleteAttachment(attachment);
        volumes.deleteAttachment(attachment);

        assertThat(volumes.attachments(volume)).isEmpty();
        assertThat(awaitStatus(volume, "available").attachments()).isEmpty();
    }

    private BlockDevice root() {
        return BlockDevice.ofImage(plan.boot().image().orElseThrow().id());
    }

    private static BlockDevice data(String volume) {
        return BlockDevice.ofVolume(volume, Optional.empty(), false);
    }

    private String blank() {
        String id =
                volumes.create(VolumeCreate.builder(name).size(Optional.of(1)).build());
        made.add(id);
        awaitStatus(id, "available");
        return id;
    }

    private ServerCreate.Builder server() {
        return server(plan.flavor().id());
    }

    private ServerCreate.Builder server(String flavor) {
        return ServerCreate.builder(name, flavor)
                .imageRef(plan.boot().image().map(Image::id))
                .networks(Optional.of(networks(plan)));
    }

    private CreatedServer create(ServerCreate.Builder server) {
        CreatedServer created = compute.create(new ServerRequest(server.build(), Map.of()));
        servers.add(created.id());
        return created;
    }

    private Server active(String id) {
        return reached(id, "ACTIVE");
    }

    /** A server of a flavor that fits no host. */
    private Server unplaced(List<BlockDevice> disks) {
        String huge = compute.flavors().stream()
                .filter(flavor -> flavor.name().equals("m1.huge"))
                .findFirst()
                .orElseThrow()
                .id();
        return reached(create(server(huge).blockDevices(disks)).id(), "ERROR");
    }

    private Server reached(String id, String status) {
        return patiently()
                .until(
                        () -> compute.server(id).orElseThrow(),
                        server -> server.status().equals(status));
    }

    private void delete(String id) {
        compute.delete(id);
        patiently().until(() -> compute.server(id).isEmpty());
    }

    private Volume awaitStatus(String id, String status) {
        return patiently()
                .until(
                        () -> volumes.byId(id).orElseThrow(),
                        volume -> volume.status().equals(status));
    }

    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200));
    }

    private static ServerCreate.Networks networks(PlannedServer plan) {
        return PlannedServers.request(plan, Map.of()).server().networks().orElseThrow();
    }
}
