package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Limits;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.identity.LoginRefusedException;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong on a cloud whose flavor {@code m1.huge} fits no host and which heeds {@code oslab_*} metadata. */
abstract class TroubleContract {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name = "trouble-" + UUID.randomUUID();
    private CloudUnderTest cloud;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
        assumeTrue(
                cloud.logIn().compute().flavors().stream().map(Flavor::name).anyMatch("m1.huge"::equals),
                "This cloud has no flavor m1.huge: trouble can't be provoked on it");
    }

    @AfterEach
    void deleteWhatWasLaunched() {
        cloud.close();
    }

    @Test
    void error_comes_with_the_clouds_own_fault_and_the_server_is_deleted_again() {
        OpenStackException e =
                failed(spec("m1.tiny", Map.of("oslab_build_fail", "the disk is made of cheese")), PATIENCE);

        assertThat(e)
                .hasMessageMatching(
                        "Server '" + name + "' \\([0-9a-f-]+\\) went to ERROR: .*the disk is made of cheese.*");
        assertThat(cloud.marked()).isEmpty();
    }

    @Test
    void a_flavor_that_fits_no_host_is_told_as_such() {
        OpenStackException e = failed(spec("m1.huge", Map.of()), PATIENCE);

        assertThat(e).hasMessageContaining("went to ERROR: No valid host was found.");
        assertThat(e.advice()).contains("flavor m1.huge (1 vCPU, 512 MiB, 900000 GiB)");
    }

    @Test
    void the_timeout_ends_a_slow_build_with_the_last_state_seen() {
        OpenStackException e = failed(spec("m1.tiny", Map.of("oslab_build_delay", "8")), Duration.ofSeconds(3));

        assertThat(e)
                .hasMessageMatching(
                        "Server '" + name + "' \\(.*\\) is not ACTIVE after 3 s: last seen BUILD(, task \\w+)?"
                                + "(, then: .*)?"); // a busy cloud may owe the last answer
        assertThat(cloud.marked()).isEmpty();
    }

    @Test
    void a_full_quota_is_told_before_the_create_and_else_in_the_clouds_own_words() {
        Cloud open = cloud.logIn();
        ServiceClient nova = open.service(ServiceType.COMPUTE);
        Plan fitting = CloudUnderTest.plan(open, List.of(spec("m1.xlarge", Map.of())));
        PlannedServer plan = fitting.servers().get(0);
        int cores = plan.flavor().vcpus();
        Limits before = open.compute().limits();
        int allowed = before.maxTotalCores().orElseThrow();
        try {
            fill(nova, plan, (allowed - before.totalCoresUsed().orElseThrow()) / cores);
            int used = open.compute().limits().totalCoresUsed().orElseThrow();

            assertThat(failed(spec("m1.xlarge", Map.of()), PATIENCE))
                    .hasMessage("The launch does not fit the project's quota: cores: %d used, %d asked, %d allowed"
                            .formatted(used, cores, allowed));
            OpenStackException e =
                    catchThrowableOfType(OpenStackException.class, () -> cloud.launch(open, fitting, PATIENCE));

            assertThat(e)
                    .hasMessageContaining("Quota exceeded for cores: Requested %d, but already used %d of %d cores"
                            .formatted(cores, used, allowed))
                    .hasMessageContaining("HTTP 403")
                    .hasMessageContaining("request id req-");
            assertThat(e.advice()).startsWith("Delete what is no longer needed");
        } finally {
            servers(nova)
                    .forEach(
                            server -> nova.delete("/servers/" + server.get("id").asText()));
            await().atMost(PATIENCE)
                    .until(() -> servers(nova).findAny().isEmpty()); // else the next test's quota is full
        }
    }

    private void fill(ServiceClient nova, PlannedServer plan, int servers) {
        nova.post(
                "/servers",
                Map.of(
                        "server",
                        Map.of(
                                "name", name,
                                "imageRef", plan.boot().image().orElseThrow().id(),
                                "flavorRef", plan.flavor().id(),
                                "networks", List.of(Map.of("uuid", LaunchContract.networkId(plan))),
                                "metadata", Map.of("oslab_guest", "off"),
                                "min_count", servers)),
                JsonNode.class);
        await().atMost(PATIENCE)
                .until(() -> servers(nova)
                                .filter(server -> server.get("status").asText().equals("ACTIVE"))
                                .count()
                        == servers);
    }

    private Stream<JsonNode> servers(ServiceClient nova) {
        return nova.get("/servers/detail", Map.of("name", name), JsonNode.class)
                .get("servers")
                .valueStream();
    }

    @Test
    void several_networks_and_none_named_are_listed_before_anything_is_created() {
        OpenStackException e = failed(ServerSpecs.of(name, LaunchContract.IMAGE, "m1.tiny", List.of()), PATIENCE);

        assertThat(e)
                .hasMessageStartingWith("The project has several networks, and none is named: ")
                .hasMessageContaining(LaunchContract.NETWORK);
        assertThat(e.advice()).contains("<networks>");
    }

    @Test
    void an_ambiguous_image_lists_the_candidates_with_their_dates() {
        OpenStackException e =
                failed(ServerSpecs.of(name, "ubuntu-22.04", "m1.tiny", List.of(LaunchContract.NETWORK)), PATIENCE);

        assertThat(e).hasMessage("Ambiguous image 'ubuntu-22.04': 2 have that name");
        assertThat(e.advice().lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.matches(
                        "  [0-9a-f-]{36}  created \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ  active  ubuntu-22.04"));
    }

    @Test
    void a_deactivated_image_is_named_as_such() {
        OpenStackException e =
                failed(ServerSpecs.of(name, "old-image", "m1.tiny", List.of(LaunchContract.NETWORK)), PATIENCE);

        assertThat(e).hasMessage("Image 'old-image' is deactivated, not active");
    }

    @Test
    void a_login_that_is_over_in_the_middle_of_a_launch_is_told_as_such_at_once() {
        Cloud open = cloud.logIn();
        Plan plan = CloudUnderTest.plan(open, List.of(spec("m1.tiny", Map.of())));
        String no = "{\"error\": {\"code\": 401, \"title\": \"Unauthorized\", \"message\": \"no\"}}";
        cloud.answerInstead(99, "POST", "/auth/tokens", false, 401, no);
        cloud.answerInstead(99, "POST", "/servers", false, 401, no);

        assertThatThrownBy(() -> cloud.launch(open, plan, PATIENCE)).isInstanceOf(LoginRefusedException.class);

        assertThat(cloud.ledger().entries()).isEmpty();
        assertThat(cloud.sent()).extracting(Request::toString).noneMatch(request -> request.contains("/servers?"));
    }

    private ServerSpec spec(String flavor, Map<String, String> metadata) {
        return ServerSpecs.of(name, LaunchContract.IMAGE, flavor, List.of(LaunchContract.NETWORK)).toBuilder()
                .metadata(metadata)
                .build();
    }

    private OpenStackException failed(ServerSpec spec, Duration timeout) {
        return catchThrowableOfType(OpenStackException.class, () -> cloud.launch(spec, timeout));
    }
}
