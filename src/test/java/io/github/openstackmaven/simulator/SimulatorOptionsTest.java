package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class SimulatorOptionsTest {

    @Test
    void without_an_image_service_nova_shows_the_images() {
        try (Simulator simulator = Simulator.start(0, Options.standard().withoutImageService())) {
            Client demo = Client.demo(simulator);
            assertThat(demo.endpoints()).doesNotContainKey("image");
            JsonNode images =
                    demo.get("compute", "/images/detail?name=debian-12").json();
            assertThat(images.at("/images/0/status").asText()).isEqualTo("ACTIVE");
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
