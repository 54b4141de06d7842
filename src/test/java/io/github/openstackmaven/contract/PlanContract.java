package io.github.openstackmaven.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.ServerGroupCreate;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.network.PortCreate;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.FloatingIpSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.IngressRule;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.LocalDisks;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedBoot;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.PlannedServerGroup;
import io.github.openstackmaven.plan.PlannedVolume;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerGroupSpec;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.plan.WaitFor;
import io.github.openstackmaven.volume.VolumeCreate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything is resolved by name, and told when it can't be, before anything is created. */
abstract class PlanContract {
    private static final VolumeSpec.Origin DEBIAN = new VolumeSpec.OfImage(new ImageSpec.Named("debian-12"));
    private static final NetworksSpec LAN = NetworksSpec.of(List.of(NetworksSpec.Nic.on("lan")));

    private final String name = "plan-" + UUID.randomUUID();
    private final Deque<Runnable> cleanUp = new ArrayDeque<>();
    private CloudUnderTest cloud;
    private Cloud open;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
        open = cloud.logIn();
    }

    @AfterEach
    void deleteWhatWasMade() {
        cleanUp.forEach(Runnable::run);
    }

    @Test
    void all_look_ups_are_under_way_before_the_first_is_answered_and_none_is_sent_twice() throws Exception {
        ServerSpec first = full(name + "-1");
        ServerSpec second = full(name + "-2");
        int before = cloud.sent().size();
        int lookUps = 13;
        CyclicBarrier allAsked = new CyclicBarrier(lookUps);
        ExecutorService threads = Executors.newCachedThreadPool();
        Executor held = lookUp -> threads.execute(() -> {
            try {
                allAsked.await(30, SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                assertThat(allAsked.isBroken()).isTrue();
            } finally {
                lookUp.run();
            }
        });

        Plan plan = new Planner(open, held).plan(List.of(first, second));

        threads.shutdown();
        assertThat(plan.servers()).hasSize(2);
        assertThat(allAsked.isBroken()).isFalse();
        List<Request> sent = cloud.sent().subList(before, cloud.sent().size());
        assertThat(sent).extracting(Request::method).containsOnly("GET").hasSize(lookUps);
        assertThat(sent).extracting(Request::uri).doesNotHaveDuplicates();
    }

    @Test
    void every_name_is_resolved() {
        PlannedServer plan = cloud.plan(full(name));

        assertThat(plan.boot().image().orElseThrow().name()).isEqualTo("debian-12");
        assertThat(plan.boot())
                .isInstanceOfSatisfying(
                        PlannedBoot.OnVolume.class,
                        boot -> assertThat(boot.volume()).isInstanceOfSatisfying(PlannedVolume.New.class, volume -> {
                            assertThat(volume.name()).isEqualTo(name + "-boot");
                            assertThat(volume.size()).isEqualTo(1);
                            assertThat(volume.image())
                                    .isEqualTo(plan.boot().image().map(image -> image.id()));
                        }));
        assertThat(plan.networks().nics())
                .hasExactlyElementsOfTypes(PlannedNetworks.OnOwnPort.class, PlannedNetworks.OnNetwork.class);
        assertThat(plan.access().securityGroups()).containsExactly(group("ssh"));
        assertThat(plan.access().ingressGroups()).containsEntry("default", group("default"));
        assertThat(plan.access().floatingNetwork().orElseThrow().name()).isEqualTo("public");
        assertThat(plan.serverGroup())
                .contains(new PlannedServerGroup.New(name + "-group", ServerGroupPolicy.ANTI_AFFINITY));
        assertThat(plan.volumes())
                .singleElement()
                .isInstanceOfSatisfying(
                        PlannedVolume.New.class,
                        volume -> assertThat(volume.name()).isEqualTo(name + "-volume-1"));
    }

    @Test
    void the_quota_tells_of_each_resource_what_is_used_asked_and_left() {
        Plan plan = CloudUnderTest.plan(open, List.of(full(name)));

        assertThat(plan.quota().rows())
                .extracting(row -> row.resource())
                .containsExactly(
                        "instances",
                        "cores",
                        "ram (MiB)",
                        "server groups",
                        "ports",
                        "floating IPs",
                        "security groups",
                        "security group rules",
                        "volumes",
                        "gigabytes",
                        "servers in group '" + name + "-group'");
        assertThat(plan.quota().rows())
                .allSatisfy(row -> assertThat(row.left())
                        .isEqualTo(row.limit().map(limit -> limit - row.used().orElseThrow() - row.asked())));
    }

    @Test
    void a_launch_that_exceeds_a_quota_is_refused_with_the_figures_of_that() {
        assertExceeds("instances", many(25, number -> lan(number)));
        assertExceeds("cores", many(6, number -> flavor(number, "m1.xlarge")));
        assertExceeds("ram (MiB)", many(13, number -> flavor(number, "m1.xlarge")));
        assertExceeds("server groups", many(11, number -> grouped(lan(number), number + "-group")));
        assertExceeds("servers in group 'crowd'", many(11, number -> grouped(lan(number), "crowd")));
        assertExceeds("ports", List.of(on(lan(name), many61())));
        assertExceeds(
                "floating IPs",
                many(
                        6,
                        number -> lan(number).toBuilder()
                                .access(floating(Optional.empty()))
                                .build()));
        assertExceeds(
                "security groups",
                IntStream.rangeClosed(1, 11)
                        .mapToObj(number -> lan(name + "-" + number).toBuilder()
                                .access(ingress("tcp " + (8000 + number)))
                                .build())
                        .toList());
        assertExceeds(
                "volumes",
                List.of(stored(
                        lan(name), Stream.generate(() -> blank(1)).limit(11).toList())));
        assertExceeds("gigabytes", List.of(stored(lan(name), List.of(blank(1001)))));
    }

    @Test
    void an_unknown_name_of_any_kind_is_told_as_such() {
        String no = "no-" + name;
        assertUnknown("port '" + no + "'", on(lan(name), List.of(onPort(no))));
        assertUnknown(
                "security group '" + no + "'",
                lan(name).toBuilder().access(ingress("any from group " + no)).build());
        assertUnknown(
                "network '" + no + "'",
                lan(name).toBuilder().access(floating(Optional.of(no))).build());
        assertUnknown("volume '" + no + "'", stored(lan(name), List.of(new VolumeSpec.Existing(no))));
        assertUnknown("volume '" + no + "'", boot(lan(name), new VolumeSpec.Existing(no)));
        assertUnknown(
                "snapshot '" + no + "'",
                boot(lan(name), volume(new VolumeSpec.OfSnapshot(no), Optional.empty(), Optional.empty())));
        assertUnknown("volume type '" + no + "'", boot(lan(name), volume(DEBIAN, Optional.empty(), Optional.of(no))));
        String id = UUID.randomUUID().toString();
        assertUnknown("server group '" + id + "'", grouped(lan(name), id));
        assertUnknown("volume '" + id + "'", stored(lan(name), List.of(new VolumeSpec.Existing(id))));
    }

    @Test
    void a_server_group_that_is_there_is_taken_and_two_of_one_name_are_ambiguous() {
        String first = makeGroup();

        assertThat(cloud.plan(grouped(lan(name), name)).serverGroup().orElseThrow())
                .isInstanceOfSatisfying(
                        PlannedServerGroup.Existing.class,
                        existing -> assertThat(existing.group().id()).isEqualTo(first));
        makeGroup();
        assertThat(cloud.plan(grouped(lan(name), first)).serverGroup().orElseThrow())
                .isInstanceOf(PlannedServerGroup.Existing.class);
        assertThatThrownBy(() -> cloud.plan(grouped(lan(name), name)))
                .hasMessage("Ambiguous server group '" + name + "': 2 have that name");
    }

    @Test
    void volumes_and_snapshots_that_are_there_are_found_by_name_and_by_id() {
        String volume = makeVolume(2);
        String snapshot = makeSnapshot(volume);

        PlannedServer plan = cloud.plan(stored(
                lan(name),
                List.of(
                        new VolumeSpec.Existing(name),
                        volume(new VolumeSpec.OfSnapshot(name), Optional.empty(), Optional.empty()),
                        volume(new VolumeSpec.OfSnapshot(snapshot), Optional.of(3), Optional.empty()))));

        assertThat(plan.volumes().get(0))
                .isInstanceOfSatisfying(
                        PlannedVolume.Existing.class,
                        existing -> assertThat(existing.volume().id()).isEqualTo(volume));
        assertThat(plan.volumes().subList(1, 3))
                .extracting(one -> ((PlannedVolume.New) one).size())
                .containsExactly(2, 3);
        assertThat(cloud.plan(stored(lan(name), List.of(new VolumeSpec.Existing(volume))))
                        .volumes())
                .containsExactly(plan.volumes().get(0));
        assertThatThrownBy(() -> cloud.plan(boot(lan(name), new VolumeSpec.Existing(name))))
                .hasMessage("Volume '" + name + "' is not bootable");
        assertThatThrownBy(() -> cloud.plan(stored(
                        lan(name), List.of(volume(new VolumeSpec.OfSnapshot(name), Optional.of(1), Optional.empty())))))
                .hasMessage("Volume '" + name + "-volume-1' of 1 GiB is too small for its snapshot, which needs 2 GiB");
        assertThatThrownBy(() -> cloud.plan(
                        stored(lan(name), List.of(new VolumeSpec.Existing(name), new VolumeSpec.Existing(volume)))))
                .hasMessage("Volume " + volume + " is used twice");
    }

    @Test
    void two_volumes_of_one_name_are_ambiguous() {
        makeVolume(1);
        makeVolume(1);

        assertThatThrownBy(() -> cloud.plan(stored(lan(name), List.of(new VolumeSpec.Existing(name)))))
                .hasMessage("Ambiguous volume '" + name + "': 2 have that name");
    }

    @Test
    void a_boot_volume_is_as_large_as_its_image_needs_and_not_smaller() {
        VolumeSpec.Origin needsRoom = new VolumeSpec.OfImage(new ImageSpec.Named("needs-room"));
        ServerSpec medium = flavor(name, "m1.medium");

        assertThat(cloud.plan(boot(medium, volume(needsRoom, Optional.empty(), Optional.empty())))
                        .boot())
                .isInstanceOfSatisfying(
                        PlannedBoot.OnVolume.class,
                        boot -> assertThat(((PlannedVolume.New) boot.volume()).size())
                                .isEqualTo(20));
        assertThatThrownBy(() -> cloud.plan(boot(medium, volume(needsRoom, Optional.of(5), Optional.empty()))))
                .hasMessage(
                        "Volume '" + name + "-boot' of 5 GiB is too small for image 'needs-room', which needs 20 GiB");
        assertThatThrownBy(() -> cloud.plan(boot(lan(name), volume(needsRoom, Optional.empty(), Optional.empty()))))
                .hasMessage("Flavor 'm1.tiny' (1 vCPU, 512 MiB, 1 GiB) is too small for image 'needs-room', which needs"
                        + " 4096 MiB");
    }

    @Test
    void an_address_that_is_none_of_its_network_is_told_with_those_that_are() {
        OpenStackException outside = catchThrowableOfType(
                OpenStackException.class, () -> cloud.plan(on(lan(name), List.of(fixed("private", "10.99.0.5")))));
        OpenStackException malformed = catchThrowableOfType(
                OpenStackException.class, () -> cloud.plan(on(lan(name), List.of(fixed("private", "10.10.0")))));

        assertThat(outside).hasMessage("Address 10.99.0.5 is in no subnet of network 'private'");
        assertThat(outside.advice()).isEqualTo("Set a <fixedIp> of 10.10.0.0/24.");
        assertThat(malformed).hasMessageStartingWith("Malformed <fixedIp> '10.10.0'");
    }

    @Test
    void a_floating_ip_needs_an_external_network_and_one_of_the_servers_own() {
        assertThatThrownBy(() -> cloud.plan(lan(name).toBuilder()
                        .access(floating(Optional.of("lan")))
                        .build()))
                .hasMessage("Network 'lan' has no floating IPs: it is not external");
        assertThatThrownBy(() -> cloud.plan(on(lan(name), List.of(NetworksSpec.Nic.on("none"))).toBuilder()
                        .access(floating(Optional.empty()))
                        .build()))
                .hasMessage("Server '" + name + "' has a <floatingIp> and no network it could lead to");
        assertThat(cloud.with("networks", List.of(Map.of("name", "public", "nat_source", true)))
                        .plan(lan(name).toBuilder()
                                .access(floating(Optional.empty()))
                                .build())
                        .access()
                        .floatingNetwork())
                .isPresent();
    }

    @Test
    void ingress_rules_and_groups_need_a_port_that_they_can_guard() {
        assertThat(cloud.plan(lan(name).toBuilder().access(ingress("tcp 22")).build())
                        .access()
                        .securityGroups())
                .containsExactly(group("default"));
        assertThat(cloud.plan(lan(name)).access().securityGroups()).isEmpty();

        String port = makePort();
        assertThatThrownBy(() -> cloud.plan(on(lan(name), List.of(onPort(name))).toBuilder()
                        .access(ingress("tcp 22"))
                        .build()))
                .hasMessage(
                        "Server '" + name + "' has <ingress> rules, and only ports that have security groups already");
        assertThatThrownBy(() -> cloud.plan(on(lan(name), List.of(onPort(name))).toBuilder()
                        .access(new AccessSpec(List.of("ssh"), List.of(), new KeySpec.None(), Optional.empty(), false))
                        .build()))
                .hasMessage(
                        "Server '" + name + "' has <securityGroups>, and only ports that have security groups already");
        assertThatThrownBy(() -> CloudUnderTest.plan(
                        open,
                        List.of(on(lan(name), List.of(onPort(name))), on(lan(name + "-2"), List.of(onPort(port))))))
                .hasMessage("Port " + port + " is used twice");
    }

    @Test
    void who_logs_in_must_be_known_before_there_is_a_server_to_log_in_to() {
        ServerSpec spec = lan(name).toBuilder()
                .access(new AccessSpec(List.of(), List.of(), new KeySpec.Ephemeral(), Optional.empty(), false))
                .build();

        assertThatThrownBy(() -> cloud.plan(
                        spec.toBuilder().waitFor(login(Optional.empty())).build()))
                .hasMessage("<waitFor> logs in to server '" + name + "', and as whom is not known")
                .extracting(e -> ((OpenStackException) e).advice())
                .asString()
                .contains("</ssh> in <waitFor>", "os_admin_user");
        assertThat(cloud.plan(spec.toBuilder()
                                .waitFor(login(Optional.of("debian")))
                                .build())
                        .loginUser())
                .contains("debian");
    }

    private static WaitFor login(Optional<String> user) {
        return new WaitFor(
                "ACTIVE",
                Optional.empty(),
                Optional.of(new WaitFor.Ssh(user, 22, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void two_servers_of_one_name_are_refused() {
        assertThatThrownBy(() -> CloudUnderTest.plan(open, List.of(lan(name), lan(name))))
                .hasMessage("Two servers are called '" + name + "'");
    }

    private void assertUnknown(String what, ServerSpec spec) {
        OpenStackException e = catchThrowableOfType(OpenStackException.class, () -> cloud.plan(spec));

        assertThat(e).as(what).hasMessage("Unknown " + what);
        assertThat(e.advice()).matches("The nearest of the project's .*|The project sees no .* at all\\.");
    }

    private void assertExceeds(String resource, List<ServerSpec> specs) {
        int before = cloud.sent().size();

        assertThatThrownBy(() -> CloudUnderTest.plan(open, specs))
                .hasMessageStartingWith("The launch does not fit the project's quota: ")
                .hasMessageMatching("(?s).*" + Pattern.quote(resource) + ": \\d+ used, \\d+ asked, \\d+ allowed.*");
        assertThat(cloud.sent().subList(before, cloud.sent().size()))
                .extracting(Request::method)
                .containsOnly("GET");
    }

    private List<ServerSpec> many(int count, Function<String, ServerSpec> spec) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> spec.apply(name + "-" + number))
                .toList();
    }

    private static List<NetworksSpec.Nic> many61() {
        return Stream.generate(() -> NetworksSpec.Nic.on("lan")).limit(61).toList();
    }

    @Test
    void further_local_disks_are_told_before_anything_is_made_where_the_flavor_has_less() {
        ServerSpec swap = lan(name).toBuilder()
                .options(ServerOptions.builder()
                        .localDisks(new LocalDisks(Optional.of(64), Optional.empty()))
                        .build())
                .build();
        ServerSpec disk = lan(name).toBuilder()
                .options(ServerOptions.builder()
                        .localDisks(new LocalDisks(Optional.empty(), Optional.of(1)))
                        .build())
                .build();

        assertThatThrownBy(() -> cloud.plan(swap))
                .hasMessage("Flavor 'm1.tiny' (1 vCPU, 512 MiB, 1 GiB) has less than is asked for: swap 64 MiB");
        assertThatThrownBy(() -> cloud.plan(disk))
                .hasMessage("Flavor 'm1.tiny' (1 vCPU, 512 MiB, 1 GiB) has less than is asked for: ephemeral 1 GiB");
    }

    private ServerSpec full(String server) {
        AccessSpec access = new AccessSpec(
                List.of("ssh"),
                List.of(IngressRule.parse("tcp 80"), IngressRule.parse("tcp 22 from group default")),
                new KeySpec.Existing("demo-key", Optional.empty()),
                Optional.of(new FloatingIpSpec(Optional.of("public"))),
                false);
        String address = server.endsWith("-1") ? "10.10.0.201" : "10.10.0.202";
        ServerSpec plain = ServerSpec.builder(
                        server,
                        new BootSpec.OnVolume(volume(DEBIAN, Optional.empty(), Optional.empty())),
                        new FlavorSpec.Named("m1.tiny"))
                .networks(NetworksSpec.of(List.of(fixed("private", address), NetworksSpec.Nic.on("private"))))
                .access(access)
                .serverGroup(Optional.of(new ServerGroupSpec(name + "-group", ServerGroupPolicy.ANTI_AFFINITY)))
                .volumes(List.of(blank(1)))
                .build();
        return plain;
    }

    private static ServerSpec lan(String server) {
        return ServerSpecs.of(server, "debian-12", "m1.tiny", List.of("lan"));
    }

    private static ServerSpec flavor(String server, String flavor) {
        return ServerSpecs.of(server, "debian-12", flavor, List.of("lan"));
    }

    private static ServerSpec on(ServerSpec spec, List<NetworksSpec.Nic> nics) {
        return ServerSpec.builder(spec.name(), spec.boot(), spec.flavor())
                .networks(NetworksSpec.of(nics))
                .access(spec.access())
                .serverGroup(spec.serverGroup())
                .volumes(spec.volumes())
                .metadata(spec.metadata())
                .options(spec.options())
                .waitFor(spec.waitFor())
                .build();
    }

    private static ServerSpec boot(ServerSpec spec, VolumeSpec volume) {
        return ServerSpec.builder(spec.name(), new BootSpec.OnVolume(volume), spec.flavor())
                .networks(spec.networks())
                .access(spec.access())
                .serverGroup(spec.serverGroup())
                .volumes(spec.volumes())
                .metadata(spec.metadata())
                .options(spec.options())
                .waitFor(spec.waitFor())
                .build();
    }

    private static ServerSpec stored(ServerSpec spec, List<VolumeSpec> volumes) {
        return ServerSpec.builder(spec.name(), spec.boot(), spec.flavor())
                .networks(LAN)
                .access(spec.access())
                .serverGroup(spec.serverGroup())
                .volumes(volumes)
                .metadata(spec.metadata())
                .options(spec.options())
                .waitFor(spec.waitFor())
                .build();
    }

    private static ServerSpec grouped(ServerSpec spec, String group) {
        return ServerSpec.builder(spec.name(), spec.boot(), spec.flavor())
                .networks(spec.networks())
                .access(spec.access())
                .serverGroup(Optional.of(new ServerGroupSpec(group, ServerGroupPolicy.ANTI_AFFINITY)))
                .volumes(spec.volumes())
                .metadata(spec.metadata())
                .options(spec.options())
                .waitFor(spec.waitFor())
                .build();
    }

    private static AccessSpec floating(Optional<String> network) {
        return new AccessSpec(
                List.of(), List.of(), new KeySpec.None(), Optional.of(new FloatingIpSpec(network)), false);
    }

    private static AccessSpec ingress(String rule) {
        return new AccessSpec(List.of(), List.of(IngressRule.parse(rule)), new KeySpec.None(), Optional.empty(), false);
    }

    private static NetworksSpec.Nic onPort(String port) {
        return new NetworksSpec.Nic(Optional.empty(), Optional.of(port), Optional.empty(), Optional.empty());
    }

    private static NetworksSpec.Nic fixed(String network, String address) {
        return new NetworksSpec.Nic(Optional.of(network), Optional.empty(), Optional.of(address), Optional.empty());
    }

    private static VolumeSpec blank(int size) {
        return volume(new VolumeSpec.Blank(), Optional.of(size), Optional.empty());
    }

    private static VolumeSpec volume(VolumeSpec.Origin origin, Optional<Integer> size, Optional<String> type) {
        return new VolumeSpec.New(Optional.empty(), origin, size, type, true);
    }

    private String group(String group) {
        return open.securityGroups()
                .byName(group, open.projectId().orElseThrow())
                .get(0)
                .id();
    }

    private String makeGroup() {
        String id = open.serverGroups()
                .create(ServerGroupCreate.of(name, ServerGroupPolicy.AFFINITY))
                .id();
        cleanUp.push(() -> open.serverGroups().delete(id));
        return id;
    }

    private String makePort() {
        String network = open.network().byName("private").get(0).id();
        String id = open.ports()
                .create(new PortCreate(network, name, "", List.of(), List.of()))
                .id();
        cleanUp.push(() -> open.ports().delete(id));
        return id;
    }

    private String makeVolume(int size) {
        String id = open.volume()
                .create(VolumeCreate.builder(name).size(Optional.of(size)).build());
        cleanUp.push(() -> {
            open.volume().delete(id);
            await().atMost(60, SECONDS).until(() -> open.volume().byId(id).isEmpty());
        });
        await().atMost(60, SECONDS)
                .until(() -> open.volume().byId(id).orElseThrow().status().equals("available"));
        return id;
    }

    private String makeSnapshot(String volume) {
        var cinder = open.service(ServiceType.BLOCK_STORAGE);
        String id = cinder.post(
                        "/snapshots", Map.of("snapshot", Map.of("volume_id", volume, "name", name)), JsonNode.class)
                .at("/snapshot/id")
                .asText();
        cleanUp.push(() -> {
            cinder.delete("/snapshots/" + id);
            await().atMost(60, SECONDS).until(() -> open.volume().snapshot(id).isEmpty());
        });
        await().atMost(60, SECONDS)
                .until(() -> open.volume().snapshot(id).orElseThrow().status().equals("available"));
        return id;
    }
}
