package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.image.ImageClient;
import io.github.openstackmaven.image.NovaImages;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.PlannedServers;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a launch promises on any cloud. The names are those of the cloud's contents; others can be given to a real one. */
abstract class LaunchContract {
    static final String IMAGE = System.getProperty("image", "cirros-0.3.4-x86_64-uec");
    static final String FLAVOR = System.getProperty("flavor", "m1.tiny");
    static final String NETWORK = System.getProperty("network", "lan");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name = "contract-" + UUID.randomUUID();
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
    void the_server_is_the_one_that_was_described() {
        Server launched = cloud.launch(spec(Map.of("role", "db")), PATIENCE);

        Server read = cloud.logIn().compute().server(launched.id()).orElseThrow();
        assertThat(read.name()).isEqualTo(name);
        assertThat(read.status()).isEqualTo("ACTIVE");
        assertThat(read.addresses()).containsOnlyKeys(NETWORK);
        assertThat(read.addresses().get(NETWORK))
                .singleElement()
                .extracting(Server.Address::version)
                .isEqualTo(4);
        assertThat(read.metadata()).containsEntry("role", "db").containsEntry("maven:build", cloud.build());
    }

    @Test
    void a_launch_sends_what_it_needs_and_nothing_else() {
        cloud.launch(spec(Map.of()), PATIENCE);

        List<String> sent = cloud.sent().stream().map(LaunchContract::path).toList();
        assertThat(sent.get(0)).isEqualTo("POST /auth/tokens");
        assertThat(sent.subList(1, 6))
                .containsExactlyInAnyOrder(
                        "GET /images?name=" + IMAGE,
                        "GET /flavors/detail?sort_key=vcpus",
                        "GET /limits",
                        "GET /networks?name=" + NETWORK,
                        "GET /quotas/" + cloud.logIn().projectId().orElseThrow() + "/details.json");
        assertThat(sent.get(6)).isEqualTo("POST /servers");
        assertThat(sent.subList(7, sent.size())).isNotEmpty().allMatch(path -> path.startsWith("GET /servers/"));
    }

    @Test
    void the_create_names_server_image_flavor_and_network() {
        PlannedServer plan = cloud.plan(spec(Map.of()));
        cloud.launch(spec(Map.of()), PATIENCE);

        Request create = cloud.sent().stream()
                .filter(request -> path(request).equals("POST /servers"))
                .findFirst()
                .orElseThrow();
        JsonNode server = Json.parse(create.body().orElseThrow()).orElseThrow().get("server");
        assertThat(server.get("name").asText()).isEqualTo(name);
        assertThat(server.get("imageRef").asText())
                .isEqualTo(plan.boot().image().orElseThrow().id());
        assertThat(server.get("flavorRef").asText()).isEqualTo(plan.flavor().id());
        assertThat(server.at("/networks/0/uuid").asText()).isEqualTo(networkId(plan));
    }

    @Test
    void the_latest_microversion_is_spoken_where_the_settings_say_so() {
        CloudUnderTest latest = cloud.with("compute_default_microversion", "latest");
        try {
            assertThat(latest.launch(spec(Map.of()), PATIENCE).status()).isEqualTo("ACTIVE");
        } finally {
            latest.close();
        }
    }

    @Test
    void ids_do_as_well_as_names() {
        PlannedServer byName = cloud.plan(spec(Map.of()));

        PlannedServer byId = cloud.plan(ServerSpecs.of(
                name, byName.boot().image().orElseThrow().id(), byName.flavor().id(), List.of(networkId(byName))));

        assertThat(PlannedServers.request(byId, Map.of())).isEqualTo(PlannedServers.request(byName, Map.of()));
    }

    @Test
    void a_cloud_that_shows_no_image_service_has_its_images_from_novas_proxy() {
        ImageClient proxy = new NovaImages(cloud.logIn().service(ServiceType.COMPUTE));
        Image image = cloud.plan(spec(Map.of())).boot().image().orElseThrow();

        assertThat(proxy.byName(IMAGE))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("properties", "virtualSize")
                .containsExactly(image);
        assertThat(proxy.byId(image.id()).map(Image::name)).contains(image.name());
        assertThat(proxy.byId(UUID.randomUUID().toString())).isEmpty();
        assertThat(proxy.some()).extracting(Image::id).contains(image.id());
    }

    @Test
    void a_url_without_its_version_and_with_a_slash_is_the_same_cloud() {
        String authUrl = cloud.setting("auth.auth_url").replaceAll("/v3/?$", "");

        assertThat(cloud.with("auth.auth_url", authUrl)
                        .logIn()
                        .session()
                        .login()
                        .project())
                .isEqualTo(cloud.with("auth.auth_url", authUrl + "/")
                        .logIn()
                        .session()
                        .login()
                        .project());
    }

    @Test
    void an_unknown_image_is_told_with_the_nearest_names() {
        OpenStackException e = refused(ServerSpecs.of(name, IMAGE + "x", FLAVOR, List.of(NETWORK)));

        assertThat(e).hasMessage("Unknown image '" + IMAGE + "x'");
        assertThat(e.advice()).contains("nearest", IMAGE);
    }

    @Test
    void an_unknown_flavor_is_told_with_the_nearest_names() {
        OpenStackException e = refused(ServerSpecs.of(name, IMAGE, FLAVOR + "x", List.of(NETWORK)));

        assertThat(e).hasMessage("Unknown flavor '" + FLAVOR + "x'");
        assertThat(e.advice()).contains("nearest", FLAVOR);
    }

    @Test
    void an_unknown_network_is_told_with_the_nearest_names() {
        OpenStackException e = refused(ServerSpecs.of(name, IMAGE, FLAVOR, List.of(NETWORK + "x")));

        assertThat(e).hasMessage("Unknown network '" + NETWORK + "x'");
        assertThat(e.advice()).contains("nearest", NETWORK);
    }

    @Test
    void an_unknown_id_is_told_like_an_unknown_name() {
        String id = UUID.randomUUID().toString();

        assertThat(refused(ServerSpecs.of(name, id, FLAVOR, List.of(NETWORK))))
                .hasMessage("Unknown image '" + id + "'");
        assertThat(refused(ServerSpecs.of(name, IMAGE, FLAVOR, List.of(id))))
                .hasMessage("Unknown network '" + id + "'");
    }

    @Test
    void a_wrong_password_is_told_as_such_with_the_clouds_words_and_request_id() {
        assertThatThrownBy(() -> cloud.with("auth.password", "hunter2").logIn())
                .hasMessageStartingWith(
                        "Wrong user name or password, or no role in project " + cloud.setting("auth.project_name")
                                + ": Keystone refused user " + cloud.setting("auth.username"))
                .hasMessageContaining("The request you have made requires authentication.")
                .hasMessageContaining("HTTP 401")
                .hasMessageContaining("request id req-")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_project_the_user_has_no_role_in_is_told_without_a_second_login() {
        OpenStackException e = catchThrowableOfType(
                OpenStackException.class,
                () -> cloud.with("auth.project_name", "no-such-project").logIn());

        assertThat(e)
                .hasMessageStartingWith(
                        "Wrong user name or password, or no role in project no-such-project: Keystone refused user "
                                + cloud.setting("auth.username"));
        assertThat(e.advice()).contains("the user's roles in it").contains("not tried again");
    }

    @Test
    void an_endpoint_that_is_not_keystone_is_told_as_such() {
        URI glance = cloud.logIn().endpoints().of(ServiceType.IMAGE);

        assertThatThrownBy(() -> cloud.with("auth.auth_url", glance.toString()).logIn())
                .hasMessageStartingWith("What answers at " + glance + "/v3 is not Keystone");
    }

    @Test
    void an_unknown_region_is_told_with_those_that_there_are() {
        OpenStackException e = catchThrowableOfType(
                OpenStackException.class,
                () -> cloud.with("region_name", "Atlantis").plan(spec(Map.of())));

        assertThat(e).hasMessageStartingWith("No region Atlantis for the ");
        assertThat(e.advice()).startsWith("Its regions are ");
    }

    ServerSpec spec(Map<String, String> metadata) {
        return ServerSpecs.of(name, IMAGE, FLAVOR, List.of(NETWORK)).toBuilder()
                .metadata(metadata)
                .build();
    }

    private OpenStackException refused(ServerSpec spec) {
        return catchThrowableOfType(OpenStackException.class, () -> cloud.plan(spec));
    }

    // Method and path below the service's version, since each cloud has its endpoints elsewhere.
    private static String path(Request request) {
        String uri = request.uri().toString();
        return request.method() + " " + uri.replaceFirst("^.*?/v\\d+(\\.\\d+)?/", "/");
    }

    static String networkId(PlannedServer plan) {
        return ((PlannedNetworks.OnNetwork) plan.networks().nics().get(0))
                .network()
                .id();
    }
}
