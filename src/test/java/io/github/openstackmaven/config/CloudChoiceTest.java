package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which cloud is meant. */
class CloudChoiceTest {
    private static final String TWO = """
            clouds:
              one: {auth: {auth_url: 'http://one'}}
              two: {auth: {auth_url: 'http://two'}}
            """;

    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root);
    }

    @Test
    void the_one_asked_for_before_the_variable() {
        machine.clouds(TWO).variable("OS_CLOUD", "one");
        assertThat(machine.load().text("cloud")).contains("one");
        assertThat(machine.load("cloud=two").text("auth.auth_url")).contains("http://two");
    }

    @Test
    void the_only_one_when_nobody_asks() {
        machine.clouds("clouds: {one: {auth: {auth_url: 'http://one'}}}");
        Setting cloud = machine.load().get("cloud").orElseThrow();
        assertThat(cloud.text()).isEqualTo("one");
        assertThat(cloud.source()).hasToString("the only cloud of clouds.yaml in " + root.resolve("here"));
    }

    @Test
    void the_only_one_also_beside_an_explicit_address() {
        machine.demo("");
        Settings settings = machine.load("auth.auth_url=http://explicit");
        assertThat(settings.text("auth.auth_url")).contains("http://explicit");
        assertThat(settings.text("auth.username")).contains("alice");
    }

    @Test
    void none_of_several_when_nobody_asks() {
        machine.clouds(TWO);
        assertThat(machine.load().text("cloud")).isEmpty();
        assertThat(machine.load().text("auth.auth_url")).isEmpty();
    }

    @Test
    void of_several_one_must_be_named_where_there_is_nothing_else_to_log_in_with() {
        machine.clouds(TWO);

        assertThatThrownBy(machine::demandCloud)
                .hasMessage("No cloud to log in to: clouds.yaml in " + root.resolve("here") + " has one, two");
        assertThatCode(() -> machine.demandCloud("cloud=two")).doesNotThrowAnyException();
        assertThatCode(() -> machine.demandCloud("auth.auth_url=http://explicit"))
                .doesNotThrowAnyException();
        assertThatCode(() -> machine.demandCloud("auth_type=none")).doesNotThrowAnyException();
    }

    @Test
    void none_at_all_is_no_error_here() {
        assertThat(machine.load().get("auth.auth_url")).isEmpty();
        assertThatCode(machine::demandCloud).doesNotThrowAnyException();
    }

    @Test
    void an_unknown_one_is_an_error_that_names_the_others_and_the_files() {
        machine.clouds(TWO);
        assertThat(machine.failure("cloud=three"))
                .hasMessage("Cloud 'three' not found (-Dopenstack.cloud)")
                .extracting("advice", org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("clouds.yaml in " + root.resolve("here") + " has one, two.")
                .contains(root.resolve("home/.config/openstack").toString());
    }

    @Test
    void a_variable_that_names_an_unknown_one_is_an_error_also_without_any_file() {
        machine.variable("OS_CLOUD", "three");
        assertThat(machine.failure()).hasMessage("Cloud 'three' not found (OS_CLOUD)");
    }

    @Test
    void those_that_can_be_named_are_known_and_which_one_is_taken_when_none_is() {
        machine.clouds(TWO)
                .variable("OS_CLOUD", "two")
                .variable("XDG_CONFIG_HOME", machine.path("xdg").toString());

        assertThat(machine.known())
                .isEqualTo(new KnownClouds(
                        List.of("one", "two"),
                        false,
                        Optional.of("two"),
                        Optional.of(machine.path("here/clouds.yaml")),
                        machine.path("xdg/openstack/clouds.yaml")));
    }

    @Test
    void without_any_the_place_of_ones_own_is_known() {
        Path named = machine.path("mine/clouds.yaml");
        machine.variable("OS_CLIENT_CONFIG_FILE", named.toString());
        assertThat(machine.known())
                .isEqualTo(new KnownClouds(List.of(), false, Optional.empty(), Optional.empty(), named));

        machine.variable("OS_USERNAME", "alice");
        assertThat(machine.known().byDefault()).contains("envvars");
        assertThat(machine.known().byVariables()).isTrue();
    }
}
