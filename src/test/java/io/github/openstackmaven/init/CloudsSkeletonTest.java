package io.github.openstackmaven.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.config.CloudsLoader;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.KnownClouds;
import io.github.openstackmaven.config.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clouds.yaml of who has none, and the cloud that is chosen of those there are. */
class CloudsSkeletonTest {
    @TempDir
    private Path home;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void it_is_read_as_what_was_said_and_has_no_secret() throws IOException {
        NewCloudsYaml file = NewCloudsYaml.where(loader().known());
        file.write(new CloudsSkeleton(
                "my cloud: 1",
                Map.of("authUrl", "https://keystone:5000/v3", "username", "o'neill", "password", "s3cret"),
                "Region1"));

        assertThat(new CloudsSkeleton("a", Map.of("password", "s3cret"), "").toString())
                .doesNotContain("s3cret");
        Settings settings = loader().load(Settings.none());
        assertThat(settings.text("cloud")).contains("my cloud: 1");
        assertThat(settings.text("auth.auth_url")).contains("https://keystone:5000/v3");
        assertThat(settings.text("auth.username")).contains("o'neill");
        assertThat(settings.text("auth.password")).isEmpty();
        assertThat(settings.text("auth.user_domain_name")).contains("Default");
        assertThat(settings.text("region_name")).contains("Region1");
        assertThat(file.path()).isEqualTo(home.resolve(".config/openstack/clouds.yaml"));
        assertThat(file.path()).content().doesNotContain("s3cret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(warnings).isEmpty();
    }

    @Test
    void on_a_terminal_its_values_are_asked_for_but_no_password() {
        CloudsSkeleton skeleton = new CloudsSkeleton("mycloud", Map.of("username", "demo"), "")
                .completed(typing("\nhttps://keystone/v3\n\nshop\n\n\n"));

        assertThat(skeleton.text())
                .contains(
                        "  mycloud:\n",
                        "auth_url: https://keystone/v3\n",
                        "username: demo\n",
                        "project_name: shop\n",
                        "# region_name");
    }

    @Test
    void where_there_is_one_already_it_stays_as_it_is() throws IOException {
        Path there = Files.createDirectories(home.resolve(".config/openstack")).resolve("clouds.yaml");
        NewCloudsYaml file = NewCloudsYaml.where(loader().known());
        Files.writeString(there, "clouds: {}");

        CloudsSkeleton skeleton = new CloudsSkeleton("a", Map.of(), "");
        assertThatThrownBy(() -> NewCloudsYaml.where(loader().known()))
                .hasMessage("There is a clouds.yaml already: " + there);
        assertThatThrownBy(() -> file.write(skeleton)).hasMessage("There is a clouds.yaml already: " + there);
        assertThat(there).hasContent("clouds: {}");
    }

    @Test
    void the_cloud_is_one_of_the_file_the_environments_the_simulator_or_a_new_one() {
        KnownClouds none = known(List.of(), false, Optional.empty());
        assertThat(CloudChoice.ask(none, typing("simulator\n")).named()).contains("simulator");
        assertThat(CloudChoice.ask(none, typing("new\n"))).isEqualTo(new CloudChoice(Optional.empty(), true));

        KnownClouds two = known(List.of("demo", "prod"), true, Optional.of("prod"));
        assertThat(CloudChoice.ask(two, typing("\n")).named()).contains("prod");
        assertThat(CloudChoice.ask(two, typing("1\n")).named()).contains("demo");
        assertThat(CloudChoice.ask(two, typing("environment\n"))).isEqualTo(new CloudChoice(Optional.empty(), false));
        assertThatThrownBy(() -> CloudChoice.ask(two, typing("new\n"))).hasMessageStartingWith("The input has ended");

        KnownClouds variables = known(List.of("demo"), true, Optional.of("envvars"));
        assertThat(CloudChoice.ask(variables, typing("\n"))).isEqualTo(new CloudChoice(Optional.empty(), false));
    }

    private static KnownClouds known(List<String> names, boolean variables, Optional<String> byDefault) {
        Path path = Path.of("clouds.yaml");
        return new KnownClouds(
                names, variables, byDefault, names.isEmpty() ? Optional.empty() : Optional.of(path), path);
    }

    private CloudsLoader loader() {
        return new CloudsLoader(
                new Environment(Map.of("XDG_CONFIG_DIRS", home.toString()), home, home, "Linux"),
                url -> {
                    throw new AssertionError(url);
                },
                warnings::add);
    }

    private static Answers typing(String lines) {
        return new Dialog(
                new BufferedReader(new StringReader(lines)),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                80);
    }
}
