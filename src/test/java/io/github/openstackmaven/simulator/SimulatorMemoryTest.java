package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A simulator that runs for weeks forgets what nobody asks for any more. */
class SimulatorMemoryTest {
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Simulator simulator =
            Simulator.start(0, Options.builder().clock(() -> now).build());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_deleted_server_is_known_for_a_day() {
        Script demo = demo();
        demo.play("server = POST compute /servers {\"server\":{SERVER,LAN}}");
        pass(Duration.ofMinutes(1));
        demo.play("DELETE compute /servers/{server}");
        pass(Duration.ofMinutes(1));
        assertThat(changed()).hasSize(1);

        pass(Duration.ofHours(23));
        assertThat(changed()).hasSize(1);
        pass(Duration.ofHours(2));
        assertThat(changed()).isEmpty();
    }

    private JsonNode changed() {
        return demo().play("GET compute /servers?changes-since=2026-11-01T00:00:00Z")
                .json()
                .path("servers");
    }

    @Test
    void a_deleted_image_is_remembered_as_long_as_something_was_made_of_it() {
        Script demo = demo();
        demo.play("base = POST compute /servers {\"server\":{SERVER,LAN}}");
        pass(Duration.ofMinutes(1));
        demo.play("image = POST@2.45 compute /servers/{base}/action {\"createImage\":{\"name\":\"sim-image\"}}");
        pass(Duration.ofMinutes(1));
        demo.play("child = POST compute /servers {\"server\":{\"name\":\"child\",\"imageRef\":\"{image}\","
                + "\"flavorRef\":\"{flavor:m1.tiny}\",LAN}}");
        pass(Duration.ofMinutes(1));
        String image = image("child");
        demo.play("DELETE image /v2/images/{image}");
        demo.play("DELETE compute /servers/{base}");
        pass(Duration.ofDays(2));
        forgetWhatIsDue();
        assertThat(simulator.cloud().imageEver(image)).isPresent();

        demo().play("DELETE compute /servers/" + id("child"));
        pass(Duration.ofMinutes(1));
        demo().play("GET compute /servers");
        pass(Duration.ofDays(2));
        forgetWhatIsDue();
        assertThat(simulator.cloud().imageEver(image)).isEmpty();
    }

    private void forgetWhatIsDue() {
        Script demo = demo();
        demo.play("GET compute /servers");
        demo.play("blank = POST image /v2/images {\"name\":\"sim-blank\"}");
        demo.play("DELETE image /v2/images/{blank}");
    }

    private String image(String name) {
        return server(name).at("/image/id").asText();
    }

    private String id(String name) {
        return server(name).path("id").asText();
    }

    private JsonNode server(String name) {
        return demo().play("GET compute /servers/detail?name=" + name).json().at("/servers/0");
    }

    // A token lives for an hour.
    private Script demo() {
        return new Script(Client.demo(simulator));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
