package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openstackmaven.SteppedTime;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class SimulatorOptionsTest {

    @Test
    void without_an_image_service_nova_shows_the_images() {
        try (Simulator simulator =
                Simulator.start(0, Options.builder().without("image").build())) {
            Client demo = Client.demo(simulator);
            assertThat(demo.endpoints()).doesNotContainKey("image");
            JsonNode images =
                    demo.get("compute", "/images/detail?name=debian-12").json();
            assertThat(images.at("/images/0/status").asText()).isEqualTo("ACTIVE");
        }
    }

    @Test
    void a_release_has_its_own_microversions_and_its_own_urls() {
        try (Simulator victoria =
                        Simulator.start(0, Options.builder().release("victoria").build());
                Simulator zed = Simulator.start()) {
            Client old = Client.demo(victoria);
            Client younger = Client.demo(zed);
            assertThat(old.get("compute", "/").json().at("/version/version").asText())
                    .isEqualTo("2.87");
            assertThat(younger.get("compute", "/").json().at("/version/version").asText())
                    .isEqualTo("2.93");
            assertThat(old.endpoints().get("block-storage")).endsWith("/v3/" + project(old));
            assertThat(younger.endpoints().get("block-storage")).endsWith("/v3");
            assertThat(old.call("GET", "block-storage", "/types", "", Map.of("OpenStack-API-Version", "volume 3.63"))
                            .body())
                    .contains("Minimum is 3.0 and maximum is 3.62.");
        }
    }

    @Test
    void a_deleted_server_is_shown_as_that_before_it_is_gone_on_epoxy_alone() {
        assertThat(statesAfterDelete("zed")).containsExactly("ACTIVE", "gone", "gone");
        assertThat(statesAfterDelete("epoxy")).containsExactly("ACTIVE", "DELETED", "gone");
    }

    // A deletion takes a third of the build's 3 s.
    private static List<String> statesAfterDelete(String release) {
        SteppedTime time = new SteppedTime();
        Options options = Options.builder()
                .release(release)
                .buildTime(Duration.ofSeconds(3))
                .clock(time::now)
                .build();
        try (Simulator simulator = Simulator.start(0, options)) {
            Client demo = Client.demo(simulator);
            String server =
                    "/servers/" + create(demo, "web", 1).json().at("/server/id").asText();
            time.sleep(Duration.ofSeconds(4));
            demo.delete("compute", server);
            return Stream.of(0, 1500, 1000)
                    .map(Duration::ofMillis)
                    .map(later -> {
                        time.sleep(later);
                        Client.Reply reply = demo.get("compute", server);
                        return reply.status() == 404
                                ? "gone"
                                : reply.json().at("/server/status").asText();
                    })
                    .toList();
        }
    }

    @Test
    void two_clouds_know_nothing_of_each_other() {
        try (Simulator one = Simulator.start();
                Simulator other = Simulator.start()) {
            Client.demo(one).post("compute", "/os-keypairs", "{\"keypair\": {\"name\": \"mine\"}}");
            assertThat(Client.demo(other).get("compute", "/os-keypairs/mine").status())
                    .isEqualTo(404);
            assertThat(other.requests())
                    .noneMatch(request ->
                            request.method().equals("POST") && request.path().endsWith("/os-keypairs"));
        }
    }

    @Test
    void closed_it_answers_no_more() {
        Simulator simulator = Simulator.start();
        Client demo = Client.demo(simulator);
        simulator.close();
        assertThatThrownBy(() -> demo.get("compute", "/servers")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void its_threads_keep_no_jvm_alive() {
        try (Simulator simulator = Simulator.start()) {
            Client.demo(simulator);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("HTTP-Dispatcher")
                            || thread.getName().startsWith("openstack-simulator"))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }

    @Test
    void a_delayed_answer_comes_late() {
        try (Simulator simulator = Simulator.start()) {
            Client demo = Client.demo(simulator);
            simulator.fail("GET", "/flavors$", new Fault.Delay(Duration.ofMillis(300)));
            Instant start = Instant.now();
            assertThat(demo.get("compute", "/flavors").status()).isEqualTo(200);
            assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void requests_are_under_way_side_by_side() throws Exception {
        int many = 50;
        CyclicBarrier allUnderWay = new CyclicBarrier(many);
        AtomicBoolean slow = new AtomicBoolean();
        Options options = Options.builder()
                .latency(Duration.ofMillis(20))
                .pause(latency -> {
                    assertThat(latency).isEqualTo(Duration.ofMillis(20));
                    if (slow.get()) await(allUnderWay);
                })
                .build();
        try (Simulator simulator = Simulator.start(0, options)) {
            Client demo = Client.demo(simulator);
            slow.set(true);
            List<CompletableFuture<Integer>> answers = IntStream.range(0, many)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> demo.get("compute", "/servers").status(), each -> new Thread(each).start()))
                    .toList();
            for (CompletableFuture<Integer> answer : answers) {
                assertThat(answer.get(1, TimeUnit.MINUTES)).isEqualTo(200);
            }
        }
    }

    @Test
    void each_server_takes_its_own_time_and_the_same_in_each_simulator() {
        List<Integer> once = activeBySecond();

        assertThat(once).startsWith(0, 0, 0, 0, 0).endsWith(9).isSorted();
        assertThat(Set.copyOf(once)).hasSizeGreaterThan(4);
        assertThat(activeBySecond()).isEqualTo(once);
    }

    // How many of nine servers are ACTIVE after so many seconds.
    private static List<Integer> activeBySecond() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-07-01T12:00:00Z"));
        Options options = Options.builder()
                .clock(now::get)
                .buildTime(Duration.ofSeconds(5), Duration.ofSeconds(15))
                .build();
        try (Simulator simulator = Simulator.start(0, options)) {
            Client demo = Client.demo(simulator);
            create(demo, "web", 9);
            return IntStream.rangeClosed(0, 15)
                    .mapToObj(second -> {
                        int active = demo.get("compute", "/servers?status=ACTIVE")
                                .json()
                                .path("servers")
                                .size();
                        now.updateAndGet(time -> time.plusSeconds(1));
                        return active;
                    })
                    .toList();
        }
    }

    @Test
    void a_quota_is_what_is_said() {
        Options options = Options.builder()
                .quota("instances", 2)
                .quota("cores", -1)
                .quota("volumes", 0)
                .quota("ports", 300)
                .quota("floatingIps", 7)
                .build();
        try (Simulator simulator = Simulator.start(0, options)) {
            Client demo = Client.demo(simulator);

            assertThat(create(demo, "web", 3).body())
                    .contains("Quota exceeded for instances: Requested 3, but already used 0 of 2 instances");
            assertThat(create(demo, "web", 2).status()).isEqualTo(202);
            assertThat(demo.get("compute", "/limits")
                            .json()
                            .at("/limits/absolute")
                            .toString())
                    .contains("\"maxTotalInstances\":2", "\"maxTotalCores\":-1", "\"maxTotalRAMSize\":200000");
            assertThat(demo.post("volumev3", "/volumes", "{\"volume\": {\"size\": 1}}")
                            .body())
                    .contains("Maximum number of volumes allowed (0) exceeded for quota 'volumes'");
            assertThat(demo.get("network", "/v2.0/quotas/" + project(demo))
                            .json()
                            .at("/quota")
                            .toString())
                    .contains("\"port\":300", "\"floatingip\":7", "\"security_group\":10");
        }
    }

    @Test
    void there_is_no_quota_of_what_nothing_counts() {
        assertThatThrownBy(() -> Options.builder().quota("patience", 1)).hasMessage("There is no quota of patience");
    }

    @Test
    void a_network_has_room_for_a_fleet_where_the_quota_has() {
        try (Simulator simulator = Simulator.start(
                0,
                Options.builder()
                        .quota("instances", 300)
                        .quota("cores", -1)
                        .buildTime(Duration.ZERO)
                        .build())) {
            Client demo = Client.demo(simulator);

            assertThat(create(demo, "web", 300).status()).isEqualTo(202);
            assertThat(demo.get("network", "/v2.0/subnets?name=lan-v4").json().toString())
                    .contains("\"cidr\":\"127.20.0.0/16\"", "\"start\":\"127.20.0.2\"", "\"end\":\"127.20.255.254\"");
            assertThat(demo.get("compute", "/servers/detail?name=web-300").body())
                    .contains("127.20.1.45");
        }
    }

    @Test
    void a_cloud_may_be_as_full_as_is_said() {
        Options options = Options.builder()
                .images(1200)
                .flavors(1100)
                .servers(1500)
                .networks(70)
                .build();
        try (Simulator simulator = Simulator.start(0, options)) {
            Client demo = Client.demo(simulator);

            JsonNode images = demo.get("image", "/v2/images?limit=5000").json();
            assertThat(images.path("images")).hasSize(1000);
            assertThat(images.has("next")).isTrue();
            assertThat(demo.get("image", "/v2/images?name=image-01200").json().path("images"))
                    .hasSize(1);
            assertThat(demo.get("compute", "/flavors").json().path("flavors")).hasSize(1000);
            assertThat(demo.get("compute", "/servers/detail").json().path("servers"))
                    .hasSize(1000);
            assertThat(demo.get("network", "/v2.0/networks?name=network-00070")
                            .json()
                            .path("networks"))
                    .hasSize(1);
            assertThat(demo.get("network", "/v2.0/ports").json().path("ports")).hasSize(1501);
            assertThat(create(demo, "web", 20).status())
                    .as("the servers of others take none of the quota's room")
                    .isEqualTo(202);
        }
    }

    private static Client.Reply create(Client demo, String name, int count) {
        String image = demo.get("image", "/v2/images?name=debian-12")
                .json()
                .at("/images/0/id")
                .asText();
        String network = demo.get("network", "/v2.0/networks?name=lan")
                .json()
                .at("/networks/0/id")
                .asText();
        String flavor = StreamSupport.stream(
                        demo.get("compute", "/flavors?sort_key=memory_mb")
                                .json()
                                .path("flavors")
                                .spliterator(),
                        false)
                .filter(one -> one.path("name").asText().equals("m1.tiny"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        return demo.post("compute", "/servers", """
                {"server": {"name": "%s", "imageRef": "%s", "flavorRef": "%s", "networks": [{"uuid": "%s"}],
                            "min_count": %d, "max_count": %d}}""".formatted(name, image, flavor, network, count, count));
    }

    private static String project(Client demo) {
        return demo.get("network", "/v2.0/security-groups")
                .json()
                .at("/security_groups/0/project_id")
                .asText();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException("Not all requests were under way at once", e);
        }
    }

    @Test
    void clouds_yaml_names_its_clouds() {
        try (Simulator simulator = Simulator.start()) {
            JsonNode clouds = new ObjectMapper()
                    .<JsonNode>valueToTree(new Yaml().load(simulator.cloudsYaml()))
                    .path("clouds");
            assertThat(clouds.fieldNames())
                    .toIterable()
                    .containsExactly("simulated", "other", "simulated-appcred", "simulated-expired");
            assertThat(clouds.at("/simulated/auth/auth_url").asText())
                    .isEqualTo(simulator.authUrl().toString());
        }
    }
}
