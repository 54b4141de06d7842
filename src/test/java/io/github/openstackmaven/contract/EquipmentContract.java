package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.ServerGroup;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.launch.ExistingServers;
import io.github.openstackmaven.launch.IfExists;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.network.FloatingIp;
import io.github.openstackmaven.network.NetworkQuota;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.network.PortCreate;
import io.github.openstackmaven.network.SecurityGroup;
import io.github.openstackmaven.network.SecurityGroupCreate;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.FloatingIpSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.IngressRule;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.Preparation;
import io.github.openstackmaven.plan.PrepareSpecs;
import io.github.openstackmaven.plan.ServerGroupSpec;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.plan.WaitFor;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.VolumeClient;
import io.github.openstackmaven.volume.VolumeCreate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a launch makes around a server, on any cloud: it is marked, on record, and the server has it. */
abstract class EquipmentContract {
    private static final LaunchOptions OPTIONS = Launching.within(Duration.ofMinutes(5));

    private final String name = "eq-" + UUID.randomUUID();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private CloudUnderTest cloud;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
    }

    @AfterEach
    void deleteWhatWasLaunched() {
        cloud.close();
        undo.forEach(Runnable::run);
    }

    @Test
    void a_floating_ip_is_allocated_in_one_request_and_is_the_servers_address() {
        Launched launched = launch(spec().access(floating()));
        List<Request> sent = cloud.sent();

        FloatingIp floatingIp = cloud.logIn().floatingIps().all().stream()
                .filter(one -> launched.ip().filter(one.address()::equals).isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(portsOf(launched))
                .extracting(Port::id)
                .containsExactly(floatingIp.portId().orElseThrow());
        assertThat(Mark.inDescription(floatingIp.description()))
                .get()
                .extracting(Mark::build)
                .isEqualTo(cloud.build());
        assertThat(launched.server().addresses().values().stream().flatMap(List::stream))
                .contains(new Server.Address(4, floatingIp.address(), Optional.of("floating")));
        assertThat(sent)
                .extracting(Object::toString)
                .filteredOn(request -> request.contains("/floatingips"))
                .singleElement()
                .asString()
                .startsWith("POST");
    }

    @Test
    void a_later_servers_user_data_has_an_earlier_ones_floating_ip() {
        ServerSpec web = spec().named(name + "-web").build().toBuilder()
                .options(ServerOptions.builder()
                        .userData(Optional.of(ServerSpecs.userData("db=@{server." + name + ".ip}")))
                        .build())
                .build();

        Launched db = cloud.launch(List.of(spec().access(floating()).build(), web), OPTIONS)
                .get(0);

        String told =
                Base64.getEncoder().encodeToString(("db=" + db.ip().orElseThrow()).getBytes(StandardCharsets.UTF_8));
        assertThat(db.server().addresses().values().stream().flatMap(List::stream))
                .contains(new Server.Address(4, db.ip().get(), Optional.of("floating")));
        assertThat(cloud.sent()).anyMatch(request -> request.body().orElse("").contains(told));
    }

    @Test
    void a_port_that_a_server_has_is_not_given_to_another() {
        Launched launched = launch(spec());
        String port = portsOf(launched).get(0).id();

        OpenStackException e = failed(spec().named(name + "-2").nic(onPort(port)));

        assertThat(e).hasMessageStartingWith("Port '" + port + "' is in use by " + id(launched));
        assertThat(cloud.launched()).containsExactly(id(launched));
    }

    @Test
    void a_floating_ip_leads_to_the_network_that_a_router_reaches() {
        Launched launched = launch(spec().networks(LaunchContract.NETWORK, PortContract.OWN_NETWORK)
                .access(floating()));

        assertThat(launched.server().addresses().get(PortContract.OWN_NETWORK))
                .extracting(Server.Address::addr)
                .contains(launched.ip().orElseThrow());
    }

    @Test
    void a_network_without_a_router_is_told_and_nothing_stays() {
        OpenStackException e = failed(spec().networks(LaunchContract.NETWORK).access(floating()));

        assertThat(e)
                .hasMessageStartingWith(
                        "No floating IP for server '" + name + "': no router leads from its networks to ");
        assertThat(e.advice()).contains("<floatingIp>");
        assertThat(cloud.marked()).isEmpty();
    }

    @Test
    void ingress_rules_are_a_group_of_the_servers_own() {
        AccessSpec access = new AccessSpec(
                List.of(),
                List.of(IngressRule.parse("tcp 22 from 10.0.0.0/8"), IngressRule.parse("icmp")),
                new KeySpec.None(),
                Optional.empty(),
                false);
        Launched launched = launch(spec().access(access));

        String id = made(ResourceType.SECURITY_GROUP).id();
        SecurityGroup group = cloud.logIn().securityGroups().byId(id).orElseThrow();
        assertThat(group.rules())
                .filteredOn(rule -> rule.direction().equals("ingress"))
                .extracting(rule -> rule.protocol().orElse("") + " "
                        + rule.portRangeMin().map(String::valueOf).orElse("") + " "
                        + rule.remoteIpPrefix().orElse(""))
                .contains("tcp 22 10.0.0.0/8")
                .anyMatch(rule -> rule.startsWith("icmp"));
        assertThat(portsOf(launched)).allMatch(port -> port.securityGroups().contains(id));
    }

    @Test
    void an_ephemeral_key_is_the_servers_and_its_private_half_stays_here() {
        Launched launched = launch(spec().access(ephemeral()));

        Resource keypair = made(ResourceType.KEYPAIR);
        assertThat(launched.server().keyName()).contains(keypair.id());
        assertThat(launched.keyFile().orElseThrow()).content().contains("OPENSSH PRIVATE KEY");
        assertThat(cloud.ledger().entries())
                .filteredOn(entry -> entry.kind() == ResourceType.KEYPAIR)
                .extracting(entry -> entry.file().orElseThrow())
                .containsExactly(launched.keyFile().get().toString());
        assertThat(cloud.sent()).noneMatch(request -> request.body().orElse("").contains("PRIVATE"));
    }

    @Test
    void a_kept_servers_key_survives_another_launch_of_that_name() throws IOException {
        Launched kept = launch(spec().access(ephemeral()));
        String key = Files.readString(kept.keyFile().orElseThrow());

        Launched other = launch(spec().access(ephemeral()));

        assertThat(kept.keyFile().get()).hasFileName(name + ".pem").hasContent(key);
        assertThat(other.keyFile().orElseThrow()).hasFileName(name + "-2.pem");
        assertThat(other.server().keyName()).isNotEqualTo(kept.server().keyName());
    }

    @Test
    void no_key_is_left_of_a_keypair_that_is_refused() {
        cloud.answerInstead(1, "POST", "/os-keypairs", false, 403, "{\"forbidden\": {\"message\": \"not you\"}}");

        assertThatThrownBy(() -> launch(spec().access(ephemeral()))).hasMessageContaining("not you");

        assertThat(cloud.ledger().entries()).isEmpty();
        assertThat(cloud.folder()).isDirectoryNotContaining("glob:**.pem");
    }

    @Test
    void a_defect_of_ours_surfaces_as_one_and_leaves_nothing() {
        RuntimeException defect = new IndexOutOfBoundsException("ours");
        Cloud broken = Cloud.login(
                cloud.config(),
                request -> {
                    if (request.method().equals("POST")
                            && request.uri().getPath().endsWith("/servers")) throw defect;
                    return cloud.send(request);
                },
                Time.system());
        Plan plan = CloudUnderTest.plan(
                broken,
                List.of(spec().access(ephemeral()).nic(fixed(freeAddress())).build()));

        assertThatThrownBy(() -> cloud.launching(broken, OPTIONS).launch(plan, ExistingServers.ignored()))
                .isSameAs(defect);

        assertThat(cloud.marked()).isEmpty();
        assertThat(cloud.ledger().entries()).extracting(LedgerEntry::kind).containsExactly(ResourceType.SERVER);
    }

    @Test
    void a_fixed_ip_is_on_a_port_that_the_launch_makes() {
        String address = freeAddress();
        Launched launched = launch(spec().nic(fixed(address)));

        assertThat(launched.ip()).contains(address);
        assertThat(portsOf(launched))
                .extracting(Port::id)
                .containsExactly(made(ResourceType.PORT).id());
    }

    @Test
    void an_image_is_prepared_beside_the_server_that_has_the_address_and_the_port() {
        Image image = cloud.logIn().images().byName(LaunchContract.IMAGE).get(0);

        for (NetworksSpec.Nic nic : List.of(fixed(freeAddress()), onPort(ownPort()))) {
            ServerSpec spec = spec().nic(nic).build();
            Launched before = cloud.launch(List.of(spec), OPTIONS).get(0);
            Preparation preparation = new Preparation(spec, PrepareSpecs.running("install"), image, "described");

            Launched beside =
                    cloud.launch(List.of(preparation.onServer()), OPTIONS).get(0);

            assertThat(beside.server().addresses()).containsOnlyKeys(PortContract.OWN_NETWORK);
            assertThat(beside.ip()).isNotEqualTo(before.ip());
        }
    }

    @Test
    void a_server_boots_from_a_volume_made_of_an_image() {
        Launched launched = launch(spec().boot(new VolumeSpec.OfImage(new ImageSpec.Named(LaunchContract.IMAGE))));

        Volume volume = volume(made(ResourceType.VOLUME).id());
        assertThat(volume.attachments()).extracting(Volume.Attachment::serverId).containsExactly(id(launched));
        assertThat(volume.bootable()).isEqualTo("true");
        assertThat(volume.metadata()).containsEntry("maven:build", cloud.build());
    }

    @Test
    void a_volume_is_made_in_the_zone_of_its_server() {
        ServerSpec spec = spec().boot(new VolumeSpec.OfImage(new ImageSpec.Named(LaunchContract.IMAGE)))
                .build();
        cloud.launch(
                List.of(spec.toBuilder()
                        .options(ServerOptions.builder()
                                .availabilityZones(List.of("nova"))
                                .build())
                        .build()),
                OPTIONS);

        assertThat(volume(made(ResourceType.VOLUME).id()).availabilityZone()).contains("nova");
        assertThat(cloud.sent())
                .filteredOn(request -> request.toString().matches("POST .*/volumes"))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.body().orElseThrow()).contains("\"availability_zone\":\"nova\""));
    }

    @Test
    void a_server_boots_from_a_volume_that_is_there_and_that_stays_so() {
        Volume volume = volume(Optional.of(imageId()));
        Launched launched = launch(spec().boot(new BootSpec.OnVolume(new VolumeSpec.Existing(volume.id()))));

        assertThat(volume(volume.id()).attachments())
                .extracting(Volume.Attachment::serverId)
                .containsExactly(id(launched));
        cloud.close();
        Awaitility.await()
                .atMost(OPTIONS.timeout())
                .until(() -> volume(volume.id()).status().equals("available"));
    }

    @Test
    void a_server_boots_from_a_volume_made_of_a_snapshot() {
        String snapshot = snapshot(volume(Optional.of(imageId())));
        Launched launched = launch(spec().boot(new VolumeSpec.OfSnapshot(snapshot)));

        assertThat(volume(made(ResourceType.VOLUME).id()).attachments())
                .extracting(Volume.Attachment::serverId)
                .containsExactly(id(launched));
    }

    @Test
    void further_volumes_are_attached_new_ones_and_those_that_are_there() {
        Volume existing = volume(Optional.empty());
        Launched launched = launch(spec().volumes(blank(true), new VolumeSpec.Existing(existing.id())));

        assertThat(List.of(volume(made(ResourceType.VOLUME).id()), volume(existing.id())))
                .flatExtracting(Volume::attachments)
                .extracting(Volume.Attachment::serverId)
                .containsExactly(id(launched), id(launched));
    }

    @Test
    void a_volume_that_outlives_its_server_is_the_users_once_the_launch_has_succeeded() {
        launch(spec().volumes(blank(false)));

        assertThat(cloud.marked()).extracting(Resource::kind).containsExactly(ResourceType.SERVER);
        assertThat(cloud.ledger().entries()).extracting(LedgerEntry::kind).containsExactly(ResourceType.SERVER);
    }

    @Test
    void a_server_group_that_is_not_there_is_made_once_for_all_who_name_it() {
        ServerGroupSpec group = new ServerGroupSpec(name, ServerGroupPolicy.SOFT_ANTI_AFFINITY);
        List<Launched> launched = cloud.launch(
                List.of(
                        spec().named(name + "-1").group(group).build(),
                        spec().named(name + "-2").group(group).build()),
                OPTIONS);

        ServerGroup made = cloud.logIn()
                .serverGroups()
                .byId(made(ResourceType.SERVER_GROUP).id())
                .orElseThrow();
        assertThat(made.members())
                .containsExactlyInAnyOrderElementsOf(
                        launched.stream().map(EquipmentContract::id).toList());
        assertThat(made.name()).startsWith(name + "-maven-");
    }

    @Test
    void the_administrators_password_is_known() {
        assertThat(launch(spec()).adminPassword()).isPresent();
    }

    @Test
    void everything_is_marked_and_on_record() {
        launch(spec().everything());

        Instant now = Instant.now();
        assertThat(cloud.marked())
                .extracting(Resource::kind)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(ResourceType.IMAGE)));
        assertThat(cloud.marked())
                .allSatisfy(one -> assertThat(one.mark().orElseThrow().expiresAt())
                        .get()
                        .satisfies(at -> assertThat(at).isBetween(now, now.plus(Duration.ofHours(1)))));
        assertThat(cloud.ledger().entries().stream()
                        .collect(Collectors.toMap(
                                LedgerEntry::kind, entry -> entry.id().orElseThrow())))
                .isEqualTo(cloud.marked().stream().collect(Collectors.toMap(Resource::kind, Resource::id)));
    }

    @Test
    void what_is_kept_lives_for_ever() {
        cloud.launch(List.of(spec().access(floating()).build()), Launching.keeping(Keep.ALWAYS, OPTIONS));

        assertThat(cloud.marked())
                .hasSize(2)
                .allMatch(one -> one.mark().orElseThrow().expiresAt().isEmpty());
    }

    @Test
    void what_is_made_without_an_answer_is_found_and_not_made_twice() {
        cloud.loseAnswersTo(
                "/servers",
                "/floatingips",
                "/ports",
                "/volumes",
                "/os-keypairs",
                "/security-groups",
                "/os-server-groups");

        Launched launched = launch(spec().everything());

        assertThat(launched.server().status()).isEqualTo("ACTIVE");
        assertThat(cloud.marked())
                .extracting(Resource::kind)
                .doesNotHaveDuplicates()
                .hasSize(ResourceType.values().length - 1);
    }

    @Test
    void a_launch_that_fails_leaves_nothing_of_any_kind() {
        OpenStackException e = failed(spec().everything().trouble("the disk is made of cheese"));

        assertThat(e).hasMessageContaining("went to ERROR").hasMessageContaining("the disk is made of cheese");
        assertThat(cloud.marked()).isEmpty();
        assertThat(cloud.ledger().entries()).isEmpty();
    }

    @Test
    void a_launch_that_fails_leaves_all_of_it_where_that_is_asked_for() {
        assertThatThrownBy(() -> cloud.launch(
                        List.of(spec().access(ephemeral()).trouble("cheese").build()),
                        Launching.keeping(Keep.ON_FAILURE, OPTIONS)))
                .isInstanceOf(OpenStackException.class);

        assertThat(cloud.marked())
                .filteredOn(one -> one.kind() == ResourceType.SERVER)
                .singleElement()
                .matches(one -> one.mark().orElseThrow().expiresAt().isEmpty(), "no reaper takes it");
        assertThat(cloud.marked())
                .extracting(Resource::kind)
                .containsExactlyInAnyOrder(ResourceType.SERVER, ResourceType.KEYPAIR);
        assertThat(cloud.ledger().entries())
                .hasSize(2)
                .allMatch(entry -> entry.keep() == Keep.ALWAYS && entry.lease().isEmpty());
    }

    @Test
    void a_server_that_went_to_error_is_tried_again_with_volumes_of_its_own() {
        OpenStackException e = catchThrowableOfType(
                OpenStackException.class,
                () -> cloud.launch(
                        List.of(spec().volumes(blank(true)).trouble("cheese").build()),
                        Launching.attempting(2, OPTIONS)));

        assertThat(e).hasMessageContaining("went to ERROR");
        assertThat(cloud.launched()).hasSize(2);
        assertThat(cloud.sent())
                .filteredOn(request -> request.toString().matches("POST .*/volumes"))
                .hasSize(2);
        assertThat(cloud.marked()).isEmpty();
    }

    @Test
    void a_server_on_the_users_own_port_is_replaced_by_one_on_the_same() {
        String port = ownPort();
        ServerSpec spec = spec().nic(onPort(port)).build();
        String first = id(launch(spec, IfExists.CREATE));

        String second = id(launch(spec, IfExists.REPLACE));

        assertThat(second).isNotEqualTo(first);
        assertThat(cloud.logIn().ports().byId(port).orElseThrow().deviceId()).isEqualTo(second);
        assertThat(CloudUnderTest.isThere(cloud.logIn(), first)).isFalse();
    }

    @Test
    void a_server_with_the_users_own_volume_is_replaced_by_one_with_the_same() {
        Volume volume = volume(Optional.empty());
        ServerSpec spec = spec().volumes(new VolumeSpec.Existing(volume.id())).build();
        String first = id(launch(spec, IfExists.CREATE));

        String second = id(launch(spec, IfExists.REPLACE));

        assertThat(second).isNotEqualTo(first);
        assertThat(volume(volume.id()).attachments())
                .extracting(Volume.Attachment::serverId)
                .containsExactly(second);
    }

    @Test
    void a_server_with_a_port_and_a_volume_of_the_users_own_is_reused() {
        Volume volume = volume(Optional.empty());
        ServerSpec spec = spec().nic(onPort(ownPort()))
                .volumes(new VolumeSpec.Existing(volume.id()))
                .build();
        String first = id(launch(spec, IfExists.CREATE));

        assertThat(id(launch(spec, IfExists.REUSE))).isEqualTo(first);
        assertThat(cloud.launched()).containsExactly(first);
    }

    @Test
    void what_another_server_of_the_project_has_is_in_use_whatever_is_done_about_existing_ones() {
        String port = ownPort();
        Volume volume = volume(Optional.empty());
        launch(spec().nic(onPort(port)).volumes(new VolumeSpec.Existing(volume.id())));
        Description other = spec().named(name + "-2");

        for (IfExists policy : List.of(IfExists.REUSE, IfExists.REPLACE)) {
            assertThatThrownBy(() -> launch(other.nic(onPort(port)).build(), policy))
                    .hasMessageStartingWith("Port ")
                    .hasMessageContaining("is in use by ");
            assertThatThrownBy(() -> launch(
                            spec().named(name + "-2")
                                    .volumes(new VolumeSpec.Existing(volume.id()))
                                    .build(),
                            policy))
                    .hasMessageStartingWith("Volume ")
                    .hasMessageContaining("is in-use");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REUSE", "REPLACE"})
    void a_server_that_has_the_last_of_a_quota_is_not_refused_for_itself(IfExists policy) {
        ServerSpec spec = spec().access(new AccessSpec(
                        List.of(), List.of(IngressRule.parse("tcp 22")), new KeySpec.None(), Optional.empty(), false))
                .build();
        String first = id(launch(spec, IfExists.CREATE));
        takeAllSecurityGroups();
        assertThatThrownBy(() -> launch(spec, IfExists.CREATE)).hasMessageContaining("quota: security groups: ");

        String second = id(launch(spec, policy));

        assertThat(second.equals(first)).isEqualTo(policy == IfExists.REUSE);
        assertThat(made(ResourceType.SERVER).id()).isEqualTo(second);
        made(ResourceType.SECURITY_GROUP);
    }

    @Test
    void a_server_that_is_logged_in_to_is_reused_while_its_ephemeral_key_is_there() throws IOException {
        ServerSpec spec =
                spec().access(ephemeral()).build().toBuilder().waitFor(login()).build();
        Launched first = launch(spec, IfExists.CREATE);

        assertThat(launch(spec, IfExists.REUSE).keyFile()).isEqualTo(first.keyFile());

        Files.delete(first.keyFile().orElseThrow());
        OpenStackException e = catchThrowableOfType(OpenStackException.class, () -> launch(spec, IfExists.REUSE));
        assertThat(e)
                .hasMessage("Server '" + name + "' (" + id(first)
                        + ") can't be reused: it is logged in to with the key of the launch that made it, and that is"
                        + " gone: " + first.keyFile().get());
        assertThat(e.advice()).contains("-Dopenstack.ifExists=replace").doesNotContain("<keyPair>");
        assertThat(cloud.launched()).containsExactly(id(first));
    }

    private static WaitFor login() {
        return new WaitFor(
                "ACTIVE",
                Optional.empty(),
                Optional.of(new WaitFor.Ssh(Optional.of("cirros"), 22, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Launched launch(ServerSpec spec, IfExists policy) {
        return cloud.launch(List.of(spec), OPTIONS, policy).get(0);
    }

    private void takeAllSecurityGroups() {
        Cloud open = cloud.logIn();
        NetworkQuota.Use use = open.network()
                .quota(open.projectId().orElseThrow())
                .orElseThrow()
                .securityGroups()
                .orElseThrow();
        for (int number = use.used(); number < use.limit(); number++) {
            String id = open.securityGroups()
                    .create(new SecurityGroupCreate(name + "-" + number, ""))
                    .id();
            undo.addLast(() -> open.securityGroups().delete(id));
        }
    }

    // One of the user's own.
    private String ownPort() {
        Cloud open = cloud.logIn();
        String network = open.network().byName(PortContract.OWN_NETWORK).get(0).id();
        String id = open.ports()
                .create(new PortCreate(network, name, "", List.of(), List.of()))
                .id();
        undo.addLast(() -> open.ports().delete(id));
        return id;
    }

    private static NetworksSpec.Nic onPort(String port) {
        return new NetworksSpec.Nic(Optional.empty(), Optional.of(port), Optional.empty(), Optional.empty());
    }

    private Description spec() {
        return new Description(name);
    }

    private Launched launch(Description description) {
        return cloud.launch(List.of(description.build()), OPTIONS).get(0);
    }

    private OpenStackException failed(Description description) {
        return catchThrowableOfType(OpenStackException.class, () -> launch(description));
    }

    private Resource made(ResourceType kind) {
        return cloud.marked().stream()
                .filter(one -> one.kind() == kind)
                .reduce((one, other) -> {
                    throw new AssertionError("two of " + kind);
                })
                .orElseThrow();
    }

    private List<Port> portsOf(Launched launched) {
        return cloud.logIn().ports().byDevice(id(launched));
    }

    private static String id(Launched launched) {
        return launched.server().id();
    }

    private String imageId() {
        return cloud.logIn().images().byName(LaunchContract.IMAGE).get(0).id();
    }

    private Volume volume(String id) {
        return cloud.logIn().volume().byId(id).orElseThrow();
    }

    // One of the user's own.
    private Volume volume(Optional<String> image) {
        VolumeClient volumes = cloud.logIn().volume();
        String id = volumes.create(
                VolumeCreate.builder(name).size(Optional.of(1)).imageRef(image).build());
        undo.addLast(() -> Awaitility.await()
                .atMost(OPTIONS.timeout())
                .ignoreExceptions()
                .until(() -> {
                    volumes.delete(id);
                    return true;
                }));
        Awaitility.await()
                .atMost(OPTIONS.timeout())
                .until(() -> volume(id).status().equals("available"));
        return volume(id);
    }

    private String snapshot(Volume volume) {
        ServiceClient cinder = cloud.logIn().service(ServiceType.BLOCK_STORAGE);
        VolumeClient volumes = cloud.logIn().volume();
        String id = cinder.post(
                        "/snapshots",
                        Map.of("snapshot", Map.of("volume_id", volume.id(), "name", name)),
                        JsonNode.class)
                .at("/snapshot/id")
                .asText();
        undo.addFirst(() -> {
            cinder.delete("/snapshots/" + id);
            Awaitility.await()
                    .atMost(OPTIONS.timeout())
                    .until(() -> volumes.snapshot(id).isEmpty());
        });
        Awaitility.await()
                .atMost(OPTIONS.timeout())
                .until(() -> volumes.snapshot(id).orElseThrow().status().equals("available"));
        return id;
    }

    private String freeAddress() {
        Cloud open = cloud.logIn();
        String network = open.network().byName(PortContract.OWN_NETWORK).get(0).id();
        String prefix = open.network().subnets(network).get(0).cidr().replaceFirst("\\.\\d+/.*", ".");
        return prefix + ThreadLocalRandom.current().nextInt(100, 250);
    }

    private static NetworksSpec.Nic fixed(String address) {
        return new NetworksSpec.Nic(
                Optional.of(PortContract.OWN_NETWORK), Optional.empty(), Optional.of(address), Optional.empty());
    }

    private static AccessSpec floating() {
        return new AccessSpec(
                List.of(), List.of(), new KeySpec.None(), Optional.of(new FloatingIpSpec(Optional.empty())), false);
    }

    private static AccessSpec ephemeral() {
        return new AccessSpec(List.of(), List.of(), new KeySpec.Ephemeral(), Optional.empty(), false);
    }

    private VolumeSpec blank(boolean deleteOnTermination) {
        return new VolumeSpec.New(
                Optional.of(name), new VolumeSpec.Blank(), Optional.of(1), Optional.empty(), deleteOnTermination);
    }

    /** A server in the making, on the project's own network unless it is told otherwise. */
    private final class Description {
        private String called;
        private BootSpec boot = new BootSpec.LocalDisk(new ImageSpec.Named(LaunchContract.IMAGE));
        private List<NetworksSpec.Nic> nics = List.of(NetworksSpec.Nic.on(PortContract.OWN_NETWORK));
        private AccessSpec access = AccessSpec.standard();
        private Optional<ServerGroupSpec> group = Optional.empty();
        private List<VolumeSpec> volumes = List.of();
        private Map<String, String> metadata = Map.of();

        Description(String called) {
            this.called = called;
        }

        Description named(String other) {
            called = other;
            return this;
        }

        Description access(AccessSpec other) {
            access = other;
            return this;
        }

        Description networks(String... names) {
            nics = Arrays.stream(names).map(NetworksSpec.Nic::on).toList();
            return this;
        }

        Description nic(NetworksSpec.Nic nic) {
            nics = List.of(nic);
            return this;
        }

        Description boot(VolumeSpec.Origin origin) {
            return boot(new BootSpec.OnVolume(
                    new VolumeSpec.New(Optional.of(name), origin, Optional.of(1), Optional.empty(), true)));
        }

        Description boot(BootSpec other) {
            boot = other;
            return this;
        }

        Description volumes(VolumeSpec... others) {
            volumes = List.of(others);
            return this;
        }

        Description group(ServerGroupSpec other) {
            group = Optional.of(other);
            return this;
        }

        Description trouble(String fault) {
            metadata = Map.of("oslab_build_fail", fault);
            return this;
        }

        /** One of each kind. */
        Description everything() {
            access = new AccessSpec(
                    List.of(),
                    List.of(IngressRule.parse("tcp 22")),
                    new KeySpec.Ephemeral(),
                    Optional.of(new FloatingIpSpec(Optional.empty())),
                    false);
            return nic(fixed(freeAddress()))
                    .volumes(blank(true))
                    .group(new ServerGroupSpec(name, ServerGroupPolicy.SOFT_ANTI_AFFINITY));
        }

        ServerSpec build() {
            ServerSpec plain = ServerSpecs.of(called, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of());
            return ServerSpec.builder(called, boot, plain.flavor())
                    .networks(NetworksSpec.of(nics))
                    .access(access)
                    .serverGroup(group)
                    .volumes(volumes)
                    .metadata(metadata)
                    .options(plain.options())
                    .waitFor(plain.waitFor())
                    .build();
        }
    }
}
