package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatorOptionsTest {

    @Test
    void withoutAnImageServiceNovaShowsTheImages() {
        try (Simulator simulator = Simulator.start(0, Options.standard().withoutImageService())) {
            Client demo = Client.demo(simulator);
            assertThat(demo.endpoints()).doesNotContainKey("image");
            JsonNode images =
                    demo.get("compute", "/images/detail?name=debian-12").json();
            assertThat(images.at("/images/0/status").asText()).isEqualTo("ACTIVE");
        }
    }

    @Test
    void twoCloudsKnowNothingOfEachOther() {
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
    void closedItAnswersNoMore() {
        Simulator simulator = Simulator.start();
        Client demo = Client.demo(simulator);
        simulator.close();
        assertThatThrownBy(() -> demo.get("compute", "/servers")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void itsThreadsKeepNoJvmAlive() {
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
    void aDelayedAnswerComesLate() {
        try (Simulator simulator = Simulator.start()) {
            Client demo = Client.demo(simulator);
            simulator.fail("GET", "/flavors$", new Fault.Delay(Duration.ofMillis(300)));
            Instant start = Instant.now();
            assertThat(demo.get("compute", "/flavors").status()).isEqualTo(200);
            assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void cloudsYamlNamesItsClouds() throws IOException {
        try (Simulator simulator = Simulator.start()) {
            JsonNode clouds = new YAMLMapper().readTree(simulator.cloudsYaml()).path("clouds");
            assertThat(clouds.fieldNames())
                    .toIterable()
                    .containsExactly("simulator", "other", "simulator-appcred", "simulator-expired");
            assertThat(clouds.at("/simulator/auth/auth_url").asText())
                    .isEqualTo(simulator.authUrl().toString());
        }
    }
}
