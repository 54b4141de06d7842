package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.state.Release;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Puts the same requests, those of {@code fidelity.txt}, to the simulator and to a real cloud: entry {@code -Dcloud} of
 * the clouds.yaml that OS_CLIENT_CONFIG_FILE names. Leaves nothing there.
 *
 * <p>A line is {@code METHOD service path body}. The method may have a suffix: {@code @2.55} asks for a microversion,
 * {@code !} sends no token, {@code ?} a bad one, {@code ~} one for project other, {@code +} the own one as subject. {@code name = POST ...} keeps what it
 * creates, or finds first, as {name}; {letters:256} are as many letters; {@code @NOVA} and {@code @CINDER} are the
 * release's newest, {@code @BEYOND-NOVA} and {@code @BEYOND-CINDER} one more; {@code wait service path STATUS} waits until a server, volume,
 * snapshot or image has that status or task state.
 */
@Tag("real-cloud")
class SimulatorFidelityTest {

    @Test
    void answers_as_a_real_cloud_does() throws IOException {
        List<String> differences = new ArrayList<>();
        Client cloud = realCloud();
        Release release = release(cloud);
        try (Simulator simulator = simulator(release, hasMachines(cloud));
                Script simulated = new Script(Client.demo(simulator));
                Script real = new Script(cloud)) {
            for (String line : lines(release)) {
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

    private static Simulator simulator(Release release, boolean machines) {
        Options.Builder options = Options.builder().release(release.word());
        if (machines) options.flavor("m1.vm", 0, 0);
        Simulator simulator = Simulator.start(0, options.build());
        if (machines)
            simulator.cloud().images().put(ofMachines(simulator.cloud().now()));
        return simulator;
    }

    // A laboratory that was once brought up with real machines has a flavor and an image for them from then on.
    private static boolean hasMachines(Client cloud) {
        return !cloud.get("image", "/v2/images?name=debian-12-cloud")
                .json()
                .path("images")
                .isEmpty();
    }

    private static Image ofMachines(Instant now) {
        Map<String, String> properties = Stream.of(
                        "os_distro",
                        "os_version",
                        "os_admin_user",
                        "img_config_drive",
                        "oslab_vm",
                        "owner_specified.openstack.md5",
                        "owner_specified.openstack.object",
                        "owner_specified.openstack.sha256")
                .collect(Collectors.toMap(Function.identity(), name -> "any"));
        return Image.of(Ids.uuid("image/debian-12-cloud"), "debian-12-cloud", now, properties)
                .withNeeds(2, 512);
    }

    // A release is known by its Nova.
    private static Release release(Client cloud) {
        String newest = cloud.get("compute", "/").json().at("/version/version").asText();
        return Stream.of(Release.values())
                .filter(one -> newest.equals("2." + one.nova()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The simulator knows no release whose Nova has " + newest));
    }

    private static List<String> lines(Release release) throws IOException {
        try (InputStream in = Objects.requireNonNull(SimulatorFidelityTest.class.getResourceAsStream("fidelity.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> newest(line, release))
                    .toList();
        }
    }

    private static String newest(String line, Release release) {
        return line.replace("@NOVA", "@2." + release.nova())
                .replace("@BEYOND-NOVA", "@2." + (release.nova() + 1))
                .replace("@CINDER", "@3." + release.cinder())
                .replace("@BEYOND-CINDER", "@3." + (release.cinder() + 1));
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
