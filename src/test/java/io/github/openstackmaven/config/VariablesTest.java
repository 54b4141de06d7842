package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OS_* variables make a cloud of their own. */
class VariablesTest {
    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root);
    }

    @Test
    void variables_make_a_cloud() {
        openrc();
        Settings settings = machine.load();
        assertThat(settings.text("cloud")).contains("envvars");
        assertThat(settings.text("auth.auth_url")).contains("https://env:5000/v3");
        assertThat(settings.text("auth.project_name")).contains("prod");
        assertThat(settings.get("auth.username").orElseThrow().source()).hasToString("OS_USERNAME");
    }

    @Test
    void their_cloud_is_taken_before_the_only_one_of_a_file() {
        openrc();
        machine.demo("");
        assertThat(machine.load().text("auth.username")).contains("env");
    }

    @Test
    void they_dont_seep_into_a_named_cloud() {
        openrc();
        machine.demo("").variable("OS_INTERFACE", "internal").variable("OS_CLOUD", "demo");
        Settings settings = machine.load();
        assertThat(settings.text("auth.username")).contains("alice");
        assertThat(settings.text("interface")).contains("public");
    }

    @Test
    void selectors_alone_make_no_cloud() {
        machine.demo("").variable("OS_REGION_NAME", "Elsewhere");
        assertThat(machine.load().text("cloud")).contains("demo");
    }

    @Test
    void their_cloud_can_be_named() {
        openrc();
        machine.variable("OS_CLOUD_NAME", "mine");
        assertThat(machine.load("cloud=mine").text("auth.username")).contains("env");
    }

    @Test
    void two_clouds_of_that_name_are_an_error() {
        machine.clouds("clouds: {envvars: {auth: {auth_url: 'http://k'}}}");
        assertThat(machine.failure()).hasMessageStartingWith("Two clouds are called 'envvars'");
    }

    @Test
    void what_a_test_or_a_log_sets_is_not_meant() {
        machine.variable("OS_TEST_PATH", "x").variable("OS_LOG_LEVEL", "x").variable("OS_STDOUT_CAPTURE", "x");
        assertThat(machine.load().text("cloud")).contains("defaults");
    }

    private void openrc() {
        machine.variable("OS_AUTH_URL", "https://env:5000/v3")
                .variable("OS_USERNAME", "env")
                .variable("OS_PASSWORD", "s3cret")
                .variable("OS_TENANT_NAME", "prod");
    }
}
