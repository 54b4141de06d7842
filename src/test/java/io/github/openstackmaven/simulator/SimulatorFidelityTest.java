package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Puts the same requests, those of {@code fidelity.txt}, to the simulator and to a real cloud: entry {@code -Dcloud} of
 * the clouds.yaml that OS_CLIENT_CONFIG_FILE names. Leaves nothing there.
 *
 * <p>A line is {@code METHOD service path body}. The method may have a suffix: {@code @2.55} asks for a microversion,
 * {@code !} sends no token, {@code ?} a bad one, {@code ~} one for project other, {@code +} the own one as subject. {@code name = POST ...} keeps what it
 * creates as {name}; {@code wait service path STATUS} waits until a server, volume or
 * snapshot has that status or task state.
 */
@Tag("real-cloud")
class SimulatorFidelityTest {

    @Test
    void answers_as_a_real_cloud_does() throws IOException {
        List<String> differences = new ArrayList<>();
        try (Simulator simulator = Simulator.start();
                Script simulated = new Script(Client.demo(simulator));
                Script real = new Script(realCloud())) {
            for (String line : lines()) {
                Client.Reply expected = real.play(line);
                Client.Reply actual = simulated.play(line);
                // What is waited for is there by now; what else is, is a matter of time.
                if (line.startsWith("wait ")) continue;
                Likeness.differences(actual, expected)
                        .forEach(difference -> differences.add(line + "\n    " + difference));
            }
        }
        assertThat(differences).isEmpty();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(SimulatorFidelityTest.class.getResourceAsStream("fidelity.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static Client realCloud() throws IOException {
        JsonNode auth = new ObjectMapper()
                .<JsonNode>valueToTree(
                        new Yaml().load(Files.readString(Path.of(System.getenv("OS_CLIENT_CONFIG_FILE")))))
                .path("clouds")
                .path(System.getProperty("cloud", "demo"))
                .path("auth");
        return Client.login(
                auth.path("auth_url").asText(),
                auth.path("username").asText(),
                auth.path("password").asText(),
                auth.path("project_name").asText());
    }
}
