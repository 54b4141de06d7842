package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user should know about the files. */
class FileWarningsTest {
    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root);
    }

    @Test
    void a_file_with_a_secret_that_others_can_read() throws IOException {
        machine.demo("");
        permit("here/clouds.yaml", "rw-r-----");
        machine.load();
        Path file = root.resolve("here/clouds.yaml");
        assertThat(machine.warnings())
                .containsExactly(file + " holds a secret and others can read it (rw-r-----): chmod 600 " + file);
    }

    @Test
    void a_secure_yaml_that_others_can_read() throws IOException {
        machine.demo("").file("here/secure.yaml", "clouds: {demo: {auth: {password: p}}}");
        permit("here/secure.yaml", "rw----r--");
        machine.load();
        assertThat(machine.warnings()).singleElement().asString().contains("secure.yaml holds a secret");
    }

    @Test
    void no_secret_no_warning() throws IOException {
        machine.clouds("clouds: {mine: {auth: {auth_url: 'http://k', username: u, password: ''}}}");
        permit("here/clouds.yaml", "rw-r--r--");
        machine.load();
        assertThat(machine.warnings()).isEmpty();
    }

    @Test
    void a_directory_of_that_name_is_skipped() throws IOException {
        Files.createDirectories(root.resolve("here/clouds.yaml"));
        machine.file("home/.config/openstack/clouds.yaml", "clouds: {mine: {auth: {auth_url: 'http://k'}}}");
        assertThat(machine.load().text("auth.auth_url")).contains("http://k");
        assertThat(machine.warnings())
                .containsExactly("Skipped: " + root.resolve("here/clouds.yaml") + " is a directory, not a file");
    }

    @Test
    void where_it_is_all_there_is_the_error_says_so() throws IOException {
        Path directory = Files.createDirectories(root.resolve("here/clouds.yaml"));
        assertThat(machine.failure()).hasMessage("No cloud to log in to: " + directory + " is a directory, not a file");
        assertThat(machine.failure("cloud=demo").report()).contains(directory + " is a directory, not a file");
    }

    @Test
    void a_file_that_may_not_be_read_is_skipped() throws IOException {
        machine.demo("");
        permit("here/clouds.yaml", "---------");
        assumeFalse(Files.isReadable(root.resolve("here/clouds.yaml")), "root can read everything");
        assertThat(machine.failure()).hasMessageContaining("here/clouds.yaml can't be read");
        assertThat(machine.warnings()).singleElement().asString().startsWith("Skipped: ");
    }

    @Test
    void a_file_that_is_not_utf8_is_an_error() throws IOException {
        machine.demo("");
        Files.write(root.resolve("here/clouds.yaml"), new byte[] {'a', ':', (byte) 0xE4, '\n'});
        assertThat(machine.failure()).hasMessage(root.resolve("here/clouds.yaml") + " is not UTF-8");
    }

    private void permit(String file, String permissions) throws IOException {
        Files.setPosixFilePermissions(root.resolve(file), PosixFilePermissions.fromString(permissions));
    }
}
