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
    void addsToTheCloudAndWins() {
        machine.file("here/secure.yaml", "clouds: {demo: {auth: {password: other}, interface: admin}}");
        Settings settings = machine.load();
        assertThat(settings.text("auth.password")).contains("other");
        assertThat(settings.text("auth.username")).contains("alice");
        assertThat(settings.text("interface")).contains("admin");
        assertThat(settings.get("auth.password").orElseThrow().source())
                .hasToString("secure.yaml in " + root.resolve("here") + ", cloud demo");
    }

    @Test
    void mappingsAreMergedAtEveryDepth() {
        machine.file("here/secure.yaml", "clouds: {demo: {rate_limit: {image: 7}}}");
        assertThat(machine.load().text("rate_limit")).contains("{'compute': '3', 'image': '7'}");
    }

    @Test
    void isLookedForOnItsOwn() {
        machine.file("home/.config/openstack/secure.yml", "clouds: {demo: {auth: {password: far}}}");
        assertThat(machine.load().text("auth.password")).contains("far");
    }

    @Test
    void aVariableNamesIt() {
        machine.file("vault/s.yaml", "clouds: {demo: {auth: {password: vault}}}");
        machine.variable("OS_CLIENT_SECURE_FILE", root.resolve("vault/s.yaml").toString());
        assertThat(machine.load().text("auth.password")).contains("vault");
    }

    @Test
    void aCloudMayBeThereAlone() {
        machine.file("here/secure.yaml", "clouds: {hidden: {auth: {auth_url: 'http://hidden'}}}");
        assertThat(machine.load("cloud=hidden").text("auth.auth_url")).contains("http://hidden");
    }

    @Test
    void aMappingCannotReplaceAText() {
        machine.file("here/secure.yaml", "clouds: {demo: {auth: {username: {first: a}}}}");
        assertThat(machine.failure())
                .hasMessageContaining("username of clouds.yaml")
                .hasMessageContaining("is not a mapping");
    }
}
