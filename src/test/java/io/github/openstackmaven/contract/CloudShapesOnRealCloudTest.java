package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.PlannedVolume;
import io.github.openstackmaven.plan.Relations;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.VolumeClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What operators set up otherwise than most: set up here by one of them, {@code -Doperator=ENTRY}, and taken down again. The
 * simulator has none of it.
 */
@Tag("real-cloud")
class CloudShapesOnRealCloudTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String IMAGE = System.getProperty("image");
    private static final String FLAVOR = System.getProperty("flavor");
    private static final String NETWORK = System.getProperty("network");

    private final String name = "shape-" + UUID.randomUUID();
    private final CloudUnderTest cloud = RealCloud.underTest();
    private final Deque<Runnable> takenDown = new ArrayDeque<>();

    @AfterEach
    void leaveNothingBehind() {
        cloud.close();
        takenDown.forEach(Runnable::run);
    }

    @Test
    void a_network_that_an_operator_shares_with_all_is_the_project_s_to_use() {
        network(
                operator(ServiceType.NETWORK),
                Map.of("name", name, "shared", true),
                List.of(Map.of("cidr", "10.77.0.0/24", "ip_version", 4, "enable_dhcp", false)));

        Server server = cloud.launch(ServerSpecs.of(name, IMAGE, FLAVOR, List.of(name)), PATIENCE);

        assertThat(server.addresses()).containsOnlyKeys(name);
        assertThat(failed(ServerSpecs.of(name, IMAGE, FLAVOR, List.of())))
                .hasMessageStartingWith("The project has several networks, and none is named: ")
                .hasMessageContaining(name);
    }

    @Test
    void a_server_that_has_addresses_of_ipv6_alone_is_at_one_of_them() {
        network(project(ServiceType.NETWORK), Map.of("name", name), List.of(subnetOf6()));

        assertThat(launched(ServerSpecs.of(name, IMAGE, FLAVOR, List.of(name))).ip())
                .get()
                .asString()
                .startsWith("2001:db8:7:");
    }

    @Test
    void a_server_that_has_both_kinds_is_at_that_of_ipv4_unless_the_other_is_preferred() {
        network(
                project(ServiceType.NETWORK),
                Map.of("name", name),
                List.of(subnetOf6(), Map.of("cidr", "10.78.0.0/24", "ip_version", 4, "enable_dhcp", false)));
        ServerSpec spec = ServerSpecs.of(name, IMAGE, FLAVOR, List.of(name));
        ServerSpec other = ServerSpecs.of(name + "-6", IMAGE, FLAVOR, List.of(name)).toBuilder()
                .access(new AccessSpec(List.of(), List.of(), new KeySpec.None(), Optional.empty(), true))
                .build();

        List<Launched> both = cloud.launch(List.of(spec, other), Launching.within(PATIENCE));

        assertThat(both)
                .extracting(one -> one.ip().orElseThrow())
                .satisfiesExactly(
                        four -> assertThat(four).startsWith("10.78.0."),
                        six -> assertThat(six).startsWith("2001:db8:7:"));
    }

    @Test
    void what_a_flavor_asks_of_a_host_is_told_where_no_host_has_it() {
        flavor(name, Map.of("hw_rng:allowed", "True", "trait:CUSTOM_MAVEN", "required"));

        OpenStackException e = failed(ServerSpecs.of(name, IMAGE, name, List.of(NETWORK)));

        assertThat(e).hasMessageContaining("went to ERROR: No valid host was found.");
        assertThat(e.advice()).contains("hw_rng:allowed=True, trait:CUSTOM_MAVEN=required");
    }

    @Test
    void a_flavor_whose_demands_are_met_is_one_as_others() {
        flavor(name, Map.of("hw_rng:allowed", "True", "resources:VCPU", "1"));

        assertThat(cloud.launch(ServerSpecs.of(name, IMAGE, name, List.of(NETWORK)), PATIENCE)
                        .status())
                .isEqualTo("ACTIVE");
    }

    @Test
    void a_flavor_for_special_hosts_is_not_the_smallest_of_all() {
        String first = "a-" + name; // of two that are as large, the first by name is the smaller one
        flavor(first, Map.of("trait:CUSTOM_MAVEN", "required"));
        FlavorSpec.AtLeast least = new FlavorSpec.AtLeast(1, 512, 1);

        assertThat(cloud.plan(ServerSpecs.of(name, IMAGE, FLAVOR, List.of(NETWORK)).toBuilder()
                                .flavor(least)
                                .build())
                        .flavor())
                .satisfies(chosen -> assertThat(chosen.name()).isNotEqualTo(first))
                .satisfies(chosen -> assertThat(chosen.isSpecial()).isFalse());
    }

    @Test
    void what_an_image_asks_of_a_host_is_told_where_no_host_has_it() {
        image(project(ServiceType.IMAGE), Map.of("trait:CUSTOM_MAVEN", "required", "hw_disk_bus", "virtio"));

        OpenStackException e = failed(ServerSpecs.of(name, name, FLAVOR, List.of(NETWORK)));

        assertThat(e).hasMessageContaining("went to ERROR: No valid host was found.");
        assertThat(e.advice()).contains("image '" + name + "' (hw_disk_bus=virtio, trait:CUSTOM_MAVEN=required)");
    }

    @Test
    void a_hidden_image_is_found_by_its_name() {
        String id = image(operator(ServiceType.IMAGE), Map.of("visibility", "public", "os_hidden", true));

        assertThat(cloud.plan(ServerSpecs.of(name, name, FLAVOR, List.of(NETWORK)))
                        .boot()
                        .image())
                .get()
                .satisfies(image -> assertThat(image.id()).isEqualTo(id));
    }

    @Test
    void an_image_of_the_community_is_told_with_its_owner_and_found_by_its_id() {
        String id = image(operator(ServiceType.IMAGE), Map.of("visibility", "community"));

        OpenStackException e = failed(ServerSpecs.of(name, name, FLAVOR, List.of(NETWORK)));

        assertThat(e).hasMessage("Only images of the community are called '" + name + "'");
        assertThat(e.advice()).contains(id).containsPattern(" of project [0-9a-f]{32}");
        assertThat(cloud.plan(ServerSpecs.of(name, id, FLAVOR, List.of(NETWORK)))
                        .boot()
                        .image())
                .isPresent();
    }

    @Test
    void an_image_takes_the_room_of_the_disk_that_is_in_its_file() throws Exception {
        String id = made(
                project(ServiceType.IMAGE),
                "/images",
                Map.of("name", name, "disk_format", "qcow2", "container_format", "bare"),
                "/id");
        Image image = uploaded(id, qcow2(3L << 30));
        assumeTrue(image.virtualSize().isPresent(), "This Glance doesn't look into what it is given");
        ServerSpec onVolume = ServerSpecs.of(name, name, FLAVOR, List.of(NETWORK)).toBuilder()
                .boot(new BootSpec.OnVolume(new VolumeSpec.New(
                        Optional.empty(),
                        new VolumeSpec.OfImage(new ImageSpec.Named(name)),
                        Optional.empty(),
                        Optional.empty(),
                        true)))
                .build();
        ServerSpec onFlavor = ServerSpecs.of(name, name, FLAVOR, List.of(NETWORK)).toBuilder()
                .flavor(new FlavorSpec.AtLeast(1, 1, 0))
                .build();

        assertThat(cloud.plan(onVolume).boot().onVolume().flatMap(PlannedVolume::toBeMade))
                .get()
                .extracting(PlannedVolume.New::size)
                .isEqualTo(3);
        assertThat(cloud.plan(onFlavor).flavor().disk()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_volume_that_several_servers_may_have_is_given_to_one_after_the_other() {
        VolumeClient volumes = cloud.logIn().volume();
        String shared = sharedVolume();
        ServerSpec first = with(name + "-a", new VolumeSpec.Existing(shared));
        ServerSpec second = with(name + "-b", new VolumeSpec.Existing(shared));

        assertThat(catchThrowableOfType(OpenStackException.class, () -> cloud.launch(List.of(first, second), PATIENCE))
                        .advice())
                .contains("<dependsOn>");
        List<Server> servers = cloud.launch(
                List.of(
                        first,
                        second.toBuilder()
                                .relations(new Relations(List.of(), List.of(name + "-a"), false))
                                .build()),
                PATIENCE);

        assertThat(volumes.byId(shared).orElseThrow().attachments())
                .extracting(Volume.Attachment::serverId)
                .containsExactlyInAnyOrderElementsOf(
                        servers.stream().map(Server::id).toList());
        assertThat(cloud.launch(with(name + "-c", new VolumeSpec.Existing(shared)), PATIENCE)
                        .status())
                .isEqualTo("ACTIVE");
    }

    private static ServerSpec with(String name, VolumeSpec volume) {
        return ServerSpecs.of(name, IMAGE, FLAVOR, List.of(NETWORK)).toBuilder()
                .volumes(List.of(volume))
                .build();
    }

    private Launched launched(ServerSpec spec) {
        return cloud.launch(List.of(spec), Launching.within(PATIENCE)).get(0);
    }

    private OpenStackException failed(ServerSpec spec) {
        return catchThrowableOfType(OpenStackException.class, () -> cloud.launch(spec, PATIENCE));
    }

    private ServiceClient project(ServiceType type) {
        return cloud.logIn().service(type);
    }

    private static ServiceClient operator(ServiceType type) {
        String entry = System.getProperty("operator", "");
        assumeFalse(entry.isEmpty(), "Only an operator can set that up: -Doperator=ENTRY of clouds.yaml");
        return RealCloud.underTest(entry).logIn().service(type);
    }

    private static Map<String, Object> subnetOf6() {
        return Map.of("cidr", "2001:db8:7::/64", "ip_version", 6, "enable_dhcp", false);
    }

    private void network(ServiceClient neutron, Map<String, Object> network, List<Map<String, Object>> subnets) {
        String id = made(neutron, "/networks", Map.of("network", network), "/network/id");
        for (Map<String, Object> subnet : subnets) {
            Map<String, Object> there = new HashMap<>(subnet);
            there.put("network_id", id);
            neutron.post("/subnets", Map.of("subnet", there));
        }
    }

    private void flavor(String called, Map<String, String> extraSpecs) {
        ServiceClient nova = operator(ServiceType.COMPUTE);
        String id = made(
                nova,
                "/flavors",
                Map.of("flavor", Map.of("name", called, "ram", 512, "vcpus", 1, "disk", 1)),
                "/flavor/id");
        nova.post("/flavors/" + id + "/os-extra_specs", Map.of("extra_specs", extraSpecs));
    }

    private String image(ServiceClient glance, Map<String, Object> properties) {
        Map<String, Object> image = new HashMap<>(properties);
        image.putAll(Map.of("name", name, "disk_format", "raw", "container_format", "bare"));
        String id = made(glance, "/images", image, "/id");
        glance.with(Map.of("Content-Type", "application/octet-stream"))
                .put("/images/" + id + "/file", "whatever it is made of");
        return id;
    }

    // As the project's clients would, but that they send texts alone.
    private Image uploaded(String id, byte[] file) throws IOException, InterruptedException {
        Request made = cloud.sent().get(cloud.sent().size() - 1);
        HttpRequest upload = HttpRequest.newBuilder(URI.create(made.uri() + "/" + id + "/file"))
                .header("X-Auth-Token", made.headers().get("X-Auth-Token"))
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(upload, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
        return cloud.logIn().images().byId(id).orElseThrow();
    }

    // The header of https://www.qemu.org/docs/master/interop/qcow2.html, of a disk that nothing is written to.
    private static byte[] qcow2(long bytes) {
        return ByteBuffer.allocate(1 << 18)
                .putInt(0x514649fb)
                .putInt(3)
                .putLong(0)
                .putInt(0)
                .putInt(16) // bits of a cluster
                .putLong(bytes)
                .putInt(0)
                .putInt((int) (bytes >> 29)) // entries of the first table
                .putLong(3 << 16)
                .putLong(1 << 16)
                .putInt(1)
                .putInt(0)
                .putLong(0)
                .putLong(0)
                .putLong(0)
                .putLong(0)
                .putInt(4)
                .putInt(104)
                .array();
    }

    // Before Wallaby Cinder took it of any volume, since then of those whose type says so.
    private String sharedVolume() {
        ServiceClient cinder = project(ServiceType.BLOCK_STORAGE);
        String id;
        try {
            id = volume(cinder, Map.of("name", name, "size", 1, "multiattach", true));
        } catch (HttpStatusException e) {
            made(
                    operator(ServiceType.BLOCK_STORAGE),
                    "/types",
                    Map.of("volume_type", Map.of("name", name, "extra_specs", Map.of("multiattach", "<is> True"))),
                    "/volume_type/id");
            id = volume(cinder, Map.of("name", name, "size", 1, "volume_type", name));
        }
        VolumeClient volumes = cloud.logIn().volume();
        String made = id;
        String status = await().atMost(PATIENCE)
                .until(() -> volumes.byId(made).orElseThrow().status(), last -> !last.equals("creating"));
        assumeTrue(status.equals("available"), "No backend of this cloud shares volumes: a new one is " + status);
        return id;
    }

    private String volume(ServiceClient cinder, Map<String, Object> volume) {
        String id = cinder.post("/volumes", Map.of("volume", volume), JsonNode.class)
                .at("/volume/id")
                .asText();
        takenDown.push(() -> {
            cinder.delete("/volumes/" + id);
            await().atMost(PATIENCE)
                    .until(() -> cinder.find("/volumes/" + id, JsonNode.class).isEmpty());
        });
        return id;
    }

    private String made(ServiceClient service, String path, Object body, String id) {
        String made = service.post(path, body, JsonNode.class).at(id).asText();
        takenDown.push(() -> service.delete(path + "/" + made));
        return made;
    }
}
