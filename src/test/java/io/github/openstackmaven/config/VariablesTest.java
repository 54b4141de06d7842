package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OS_INTERFACE",
                "OS_ENDPOINT_TYPE",
                "OS_AUTH_TYPE",
                "OS_PASSCODE",
                "OS_APPLICATION_CREDENTIAL_ID",
                "OS_APPLICATION_CREDENTIAL_SECRET",
                "OS_TOKEN",
                "OS_IDENTITY_PROVIDER",
                "OS_REGION_NAME",
                "OS_CLOUD_NAME",
                "OS_PROJECT_ID",
                "OS_CACERT"
            })
    void a_variable_that_is_set_to_nothing_is_not_set(String name) {
        openrc();
        Settings without = machine.load();

        Settings with = machine.variable(name, "").load();

        assertThat(with).isEqualTo(without);
        assertThat(new CloudSettings(with, machine.environment())
                        .toCloudConfig()
                        .credential())
                .isInstanceOf(Credential.Password.class);
    }

    @Test
    void variables_that_are_all_set_to_nothing_make_no_cloud() {
        machine.demo("").variable("OS_AUTH_URL", "").variable("OS_PASSWORD", "");
        assertThat(machine.load().text("cloud")).contains("demo");
    }

    @Test
    void a_line_break_at_a_values_end_is_told_with_all_variables_that_have_one() {
        openrc();
        machine.variable("OS_USERNAME", "env\r").variable("OS_PASSWORD", "s3cret\r");

        OpenStackException failure = machine.failure();

        assertThat(failure)
                .hasMessage("OS_USERNAME, OS_PASSWORD: a line break (CR) at the end of the value")
                .hasMessageNotContaining("s3cret");
        assertThat(failure.advice()).contains("dos2unix");
    }

    @ParameterizedTest
    @CsvSource({"'\n',a line break (LF)", "'\r\n',a line break (LF)", "'\u0007',a control character (U+0007)"})
    void other_control_characters_at_an_end_are_told_by_their_names(String end, String name) {
        openrc();
        machine.variable("OS_PROJECT_ID", "abc" + end);
        assertThat(machine.failure()).hasMessage("OS_PROJECT_ID: " + name + " at the end of the value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OS_CLOUD", "OS_CLIENT_CONFIG_FILE", "OS_CLIENT_SECURE_FILE", "OS_CLOUD_NAME"})
    void so_are_those_that_choose_a_cloud(String name) {
        machine.demo("").variable(name, "demo\r");
        assertThat(machine.failure()).hasMessage(name + ": a line break (CR) at the end of the value");
    }

    @Test
    void those_that_a_named_cloud_has_no_use_for_are_not_looked_at() {
        openrc();
        machine.demo("").variable("OS_USERNAME", "env\r").variable("OS_CLOUD", "demo");
        assertThat(machine.load().text("auth.username")).contains("alice");
    }

    @Test
    void a_files_value_that_ends_in_a_line_break_is_told_with_its_key_and_place() {
        machine.clouds("clouds: {demo: {auth: {auth_url: 'http://k', password: \"s3cret\\n\"}}}");
        assertThat(machine.failure())
                .hasMessageStartingWith("auth.password (clouds.yaml in " + machine.path("here"))
                .hasMessageEndingWith(", cloud demo): a line break (LF) at the end of the value")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void so_is_one_that_is_given_for_this_run() {
        machine.demo("");
        assertThat(machine.failure("auth.username=demo\r"))
                .hasMessage("auth.username (-Dopenstack.auth.username): a line break (CR) at the end of the value");
    }

    private void openrc() {
        machine.variable("OS_AUTH_URL", "https://env:5000/v3")
                .variable("OS_USERNAME", "env")
                .variable("OS_PASSWORD", "s3cret")
                .variable("OS_TENANT_NAME", "prod");
    }
}
