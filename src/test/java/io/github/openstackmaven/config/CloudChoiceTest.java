package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    void theOneAskedForBeforeTheVariable() {
        machine.clouds(TWO).variable("OS_CLOUD", "one");
        assertThat(machine.load().text("cloud")).contains("one");
        assertThat(machine.load("cloud=two").text("auth.auth_url")).contains("http://two");
    }

    @Test
    void theOnlyOneWhenNobodyAsks() {
        machine.clouds("clouds: {one: {auth: {auth_url: 'http://one'}}}");
        Setting cloud = machine.load().get("cloud").orElseThrow();
        assertThat(cloud.text()).isEqualTo("one");
        assertThat(cloud.source()).hasToString("the only cloud of clouds.yaml in " + root.resolve("here"));
    }

    @Test
    void theOnlyOneAlsoBesideAnExplicitAddress() {
        machine.demo("");
        Settings settings = machine.load("auth.auth_url=http://explicit");
        assertThat(settings.text("auth.auth_url")).contains("http://explicit");
        assertThat(settings.text("auth.username")).contains("alice");
    }

    @Test
    void noneOfSeveralWhenNobodyAsks() {
        machine.clouds(TWO);
        assertThat(machine.load().text("cloud")).isEmpty();
        assertThat(machine.load().text("auth.auth_url")).isEmpty();
    }

    @Test
    void noneAtAllIsNoErrorHere() {
        assertThat(machine.load().get("auth.auth_url")).isEmpty();
    }

    @Test
    void anUnknownOneIsAnErrorThatNamesTheOthersAndTheFiles() {
        machine.clouds(TWO);
        assertThat(machine.failure("cloud=three"))
                .hasMessage("Cloud 'three' not found (-Dopenstack.cloud)")
                .extracting("advice", org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("clouds.yaml in " + root.resolve("here") + " has one, two.")
                .contains(root.resolve("home/.config/openstack").toString());
    }

    @Test
    void aVariableThatNamesAnUnknownOneIsAnErrorAlsoWithoutAnyFile() {
        machine.variable("OS_CLOUD", "three");
        assertThat(machine.failure()).hasMessage("Cloud 'three' not found (OS_CLOUD)");
    }
}
