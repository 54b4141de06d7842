package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** secure.yaml beside clouds.yaml. */
class SecureYamlTest {
    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root).demo("rate_limit: {compute: 3, image: 5}");
    }

    @Test
    void adds_to_the_cloud_and_wins() {
        machine.file("here/secure.yaml", "clouds: {demo: {auth: {password: other}, interface: admin}}");
        Settings settings = machine.load();
        assertThat(settings.text("auth.password")).contains("other");
        assertThat(settings.text("auth.username")).contains("alice");
        assertThat(settings.text("interface")).contains("admin");
        assertThat(settings.get("auth.password").orElseThrow().source())
                .hasToString("secure.yaml in " + root.resolve("here") + ", cloud demo");
    }

    @Test
    void mappings_are_merged_at_every_depth() {
        machine.file("here/secure.yaml", "clouds: {demo: {rate_limit: {image: 7}}}");
        assertThat(machine.load().text("rate_limit")).contains("{'compute': '3', 'image': '7'}");
    }

    @Test
    void is_looked_for_on_its_own() {
        machine.file("home/.config/openstack/secure.yml", "clouds: {demo: {auth: {password: far}}}");
        assertThat(machine.load().text("auth.password")).contains("far");
    }

    @Test
    void a_variable_names_it() {
        machine.file("vault/s.yaml", "clouds: {demo: {auth: {password: vault}}}");
        machine.variable("OS_CLIENT_SECURE_FILE", root.resolve("vault/s.yaml").toString());
        assertThat(machine.load().text("auth.password")).contains("vault");
    }

    @Test
    void a_cloud_may_be_there_alone() {
        machine.file("here/secure.yaml", "clouds: {hidden: {auth: {auth_url: 'http://hidden'}}}");
        assertThat(machine.load("cloud=hidden").text("auth.auth_url")).contains("http://hidden");
    }

    @Test
    void a_mapping_cannot_replace_a_text() {
        machine.file("here/secure.yaml", "clouds: {demo: {auth: {username: {first: a}}}}");
        assertThat(machine.failure())
                .hasMessageContaining("username of clouds.yaml")
                .hasMessageContaining("is not a mapping");
    }
}
