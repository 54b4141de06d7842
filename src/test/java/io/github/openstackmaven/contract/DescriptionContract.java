package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.MicroversionRange;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerAddress;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server that is described is the server one gets, read back from a cloud of the laboratory's contents. */
abstract class DescriptionContract {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final FlavorSpec TINY = new FlavorSpec.Named("m1.tiny");
    private static final NetworksSpec LAN = NetworksSpec.of(List.of(NetworksSpec.Nic.on("lan")));

    private final String name = "described-" + UUID.randomUUID();
    private CloudUnderTest cloud;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
    }

    @AfterEach
    void deleteWhatWasLaunched() {
        cloud.close();
    }

    @Test
    void the_newest_of_several_images_of_one_name() {
        PlannedServer newest =
                cloud.plan(spec(image(Optional.of("ubuntu-22.04"), Optional.empty(), Map.of(), true), TINY, LAN));

        assertThat(newest.boot().image())
                .contains(all("ubuntu-22.04")
                        .max(Comparator.comparing(image -> image.createdAt().orElseThrow()))
                        .orElseThrow());
    }

    @Test
    void an_image_by_its_properties() {
        Map<String, String> wanted = Map.of("os_distro", "ubuntu", "os_version", "22.04", "build", "1");

        PlannedServer plan = cloud.plan(spec(image(Optional.empty(), Optional.empty(), wanted, false), TINY, LAN));

        assertThat(plan.boot().image().orElseThrow().properties()).containsEntry("build", "1");
    }

    @Test
    void an_image_by_a_pattern_among_more_than_a_page_of_them() {
        PlannedServer plan =
                cloud.plan(spec(image(Optional.empty(), Optional.of("^bulk-05[9]$"), Map.of(), false), TINY, LAN));

        assertThat(plan.boot().image().orElseThrow().name()).isEqualTo("bulk-059");
    }

    @Test
    void several_that_match_are_listed_and_none_is_taken_by_chance() {
        assertThatThrownBy(() -> cloud.plan(
                        spec(image(Optional.empty(), Optional.of("^bulk-00[12]$"), Map.of(), false), TINY, LAN)))
                .hasMessage("Ambiguous image '^bulk-00[12]$': 2 have that name");
    }

    @Test
    void an_image_that_does_not_fit_the_flavor_is_told_with_those_that_do() {
        OpenStackException e = catchThrowableOfType(
                OpenStackException.class, () -> cloud.plan(spec(new ImageSpec.Named("needs-room"), TINY, LAN)));

        assertThat(e)
                .hasMessage("Flavor 'm1.tiny' (1 vCPU, 512 MiB, 1 GiB) is too small for image 'needs-room', which needs"
                        + " 4096 MiB and 20 GiB");
        assertThat(e.advice()).startsWith("These are large enough: m1.medium");
    }

    @Test
    void the_smallest_flavor_that_has_enough() {
        PlannedServer plan =
                cloud.plan(spec(new ImageSpec.Named("debian-12"), new FlavorSpec.AtLeast(2, 1024, 10), LAN));

        assertThat(plan.flavor().name()).isEqualTo("m1.medium");
        assertThatThrownBy(
                        () -> cloud.plan(spec(new ImageSpec.Named("debian-12"), new FlavorSpec.AtLeast(64, 0, 0), LAN)))
                .hasMessageStartingWith("No flavor has at least 64 vCPUs, 0 MiB, 0 GiB and room for image");
    }

    @Test
    void the_smallest_flavor_that_the_image_fits_into() {
        PlannedServer plan =
                cloud.plan(spec(new ImageSpec.Named("needs-room"), new FlavorSpec.AtLeast(1, 512, 1), LAN));

        assertThat(plan.flavor().name()).isEqualTo("m1.medium");
    }

    @Test
    void a_server_is_at_its_address_on_the_first_of_its_networks() {
        NetworksSpec two = NetworksSpec.of(List.of(
                new NetworksSpec.Nic(
                        Optional.of("private"), Optional.empty(), Optional.of("10.10.0.77"), Optional.of("inner")),
                NetworksSpec.Nic.on("lan")));

        Server server = cloud.launch(spec(new ImageSpec.Named("debian-12"), TINY, two), PATIENCE);

        assertThat(server.addresses()).containsOnlyKeys("private", "lan");
        assertThat(server.addresses().get("private"))
                .extracting(Server.Address::addr)
                .containsExactly("10.10.0.77");
        assertThat(ServerAddress.best(server)).contains("10.10.0.77");
    }

    @Test
    void a_server_without_a_network() {
        Server server = cloud.launch(
                spec(new ImageSpec.Named("debian-12"), TINY, NetworksSpec.of(List.of(NetworksSpec.Nic.on("none")))),
                PATIENCE);

        assertThat(server.addresses()).isEmpty();
    }

    @Test
    void description_tags_groups_key_and_drive_are_read_back() {
        ServerSpec spec = ServerSpec.builder(name, new BootSpec.LocalDisk(new ImageSpec.Named("debian-12")), TINY)
                .networks(LAN)
                .access(access(List.of("ssh", "default"), Optional.of("demo-key")))
                .metadata(Map.of("role", "db"))
                .options(ServerOptions.builder()
                        .description(Optional.of("for tests"))
                        .tags(List.of("ci", "nightly"))
                        .userData(Optional.of(ServerSpecs.userData("#!/bin/sh\n")))
                        .configDrive(true)
                        .availabilityZones(List.of("nova"))
                        .build())
                .build();

        Server launched = cloud.launch(spec, PATIENCE);

        JsonNode read = nova().get("/servers/" + launched.id(), Map.of(), JsonNode.class)
                .get("server");
        assertThat(read.get("description").asText()).isEqualTo("for tests");
        assertThat(read.get("tags")).extracting(JsonNode::asText).containsExactlyInAnyOrder("ci", "nightly");
        assertThat(read.get("key_name").asText()).isEqualTo("demo-key");
        assertThat(read.get("config_drive").asText()).isEqualTo("True");
        assertThat(read.get("OS-EXT-AZ:availability_zone").asText()).isEqualTo("nova");
        assertThat(read.get("security_groups"))
                .extracting(group -> group.get("name").asText())
                .containsExactlyInAnyOrder("ssh", "default");
        assertThat(read.at("/metadata/role").asText()).isEqualTo("db");
    }

    @ParameterizedTest
    @CsvSource({"db-1, <hostname>, 90", "db-1.example.org, <hostname> with a domain, 94"})
    void a_hostname_is_given_or_the_cloud_is_told_to_lack_it_before_the_create(
            String hostname, String element, int minor) {
        ServerSpec named = spec(new ImageSpec.Named("debian-12"), TINY, LAN).toBuilder()
                .options(ServerOptions.builder().hostname(Optional.of(hostname)).build())
                .build();
        Microversion needed = new Microversion(2, minor);
        MicroversionRange nova = cloud.logIn().compute().microversions().orElseThrow();
        if (nova.contains(needed)) {
            assertThat(cloud.launch(named, PATIENCE).status()).isEqualTo("ACTIVE");
            return;
        }

        assertThatThrownBy(() -> cloud.launch(named, PATIENCE))
                .hasMessage("This cloud can't give all that is asked: " + element + " needs microversion " + needed
                        + " of Nova, which has " + nova);
        assertThat(cloud.launched()).isEmpty();
    }

    @Test
    void a_group_or_key_that_is_not_there_is_told_with_the_nearest() {
        OpenStackException group = catchThrowableOfType(
                OpenStackException.class, () -> cloud.plan(with(List.of("shh"), Optional.empty())));
        OpenStackException key = catchThrowableOfType(
                OpenStackException.class, () -> cloud.plan(with(List.of(), Optional.of("demo-kee"))));

        assertThat(group).hasMessage("Unknown security group 'shh'");
        assertThat(group.advice()).contains("ssh");
        assertThat(key).hasMessage("Unknown keypair 'demo-kee'");
        assertThat(key.advice()).contains("demo-key");
    }

    @Test
    void a_later_servers_user_data_has_an_earlier_ones_address() {
        ServerSpec db = with(List.of(), Optional.empty());
        ServerSpec web = told(name + "-web", "#!/bin/sh\necho @{server." + name + ".ip} > /etc/db\n");

        List<Server> launched = cloud.launch(List.of(db, web), PATIENCE);

        JsonNode read = nova().get("/servers/" + launched.get(1).id(), Map.of(), JsonNode.class)
                .get("server");
        String address = launched.get(0).addresses().get("lan").get(0).addr();
        assertThat(sentUserData(name + "-web")).isEqualTo("#!/bin/sh\necho " + address + " > /etc/db\n");
        assertThat(read.get("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void a_reference_to_no_server_before_it_is_an_error() {
        assertThatThrownBy(() -> cloud.plan(told(name, "@{server.db.ip}")))
                .hasMessage("The user data of server '" + name + "' refers to 'db', which is no server of this launch");
    }

    private String sentUserData(String server) {
        return cloud.sent().stream()
                .filter(request -> request.method().equals("POST"))
                .flatMap(request -> request.body().flatMap(Json::parse).stream())
                .filter(body -> body.at("/server/name").asText().equals(server))
                .map(body -> new String(
                        Base64.getDecoder().decode(body.at("/server/user_data").asText()), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private ServerSpec with(List<String> groups, Optional<String> key) {
        return spec(new ImageSpec.Named("debian-12"), TINY, LAN).toBuilder()
                .access(access(groups, key))
                .build();
    }

    private static AccessSpec access(List<String> groups, Optional<String> key) {
        return new AccessSpec(
                groups,
                List.of(),
                key.<KeySpec>map(name -> new KeySpec.Existing(name, Optional.empty()))
                        .orElseGet(KeySpec.None::new),
                Optional.empty(),
                false);
    }

    private static ServerSpec told(String name, String userData) {
        return ServerSpecs.of(name, "debian-12", "m1.tiny", List.of("lan")).toBuilder()
                .options(ServerOptions.builder()
                        .userData(Optional.of(ServerSpecs.userData(userData)))
                        .build())
                .build();
    }

    @Test
    void a_zone_that_is_not_there_is_told_with_those_that_are() {
        ServerSpec spec = spec(new ImageSpec.Named("debian-12"), TINY, LAN).toBuilder()
                .options(zones("mars", "nova"))
                .build();

        assertThatThrownBy(() -> cloud.launch(spec, PATIENCE))
                .hasMessage("Unknown availability zone 'mars'")
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        e -> assertThat(e.advice())
                                .isEqualTo("The nearest of the project's availability zones: nova."));
    }

    private ServerSpec spec(ImageSpec image, FlavorSpec flavor, NetworksSpec networks) {
        return ServerSpec.builder(name, new BootSpec.LocalDisk(image), flavor)
                .networks(networks)
                .build();
    }

    private static ServerOptions zones(String... zones) {
        return ServerOptions.builder().availabilityZones(List.of(zones)).build();
    }

    private static ImageSpec image(
            Optional<String> name, Optional<String> regex, Map<String, String> properties, boolean mostRecent) {
        return new ImageSpec.Matching(
                name,
                regex.map(Pattern::compile),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                properties,
                mostRecent);
    }

    private Stream<Image> all(String image) {
        return cloud.logIn().images().byName(image).stream();
    }

    private ServiceClient nova() {
        return cloud.logIn().service(ServiceType.COMPUTE).with(Map.of("OpenStack-API-Version", "compute 2.52"));
    }
}
