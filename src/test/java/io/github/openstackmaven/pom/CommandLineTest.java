package io.github.openstackmaven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private final Properties properties = new Properties();

    @Test
    void what_says_which_are_meant_is_not_left_blank_by_mistake() {
        properties.setProperty("openstack.name", " ");

        assertThatThrownBy(() -> commandLine().demandNotBlank("id", "name")).hasMessage("-Dopenstack.name is empty");
        assertThatCode(() -> commandLine().demandNotBlank("id")).doesNotThrowAnyException();
    }

    @Test
    void what_says_it_to_another_goal_is_told_with_the_word_for_it() {
        properties.setProperty("openstack.name", "web");

        assertThatThrownBy(() -> commandLine().demandOnly("on", "servers", "name"))
                .hasMessage("-Dopenstack.name says nothing to this goal, which would mean all servers")
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        e -> assertThat(e.advice()).isEqualTo("Say -Dopenstack.on=web, or leave it out."));
    }

    @Test
    void the_command_line_wins_over_the_pom() {
        properties.setProperty("openstack.image", "debian-12");

        assertThat(commandLine().text("image", "cirros")).contains("debian-12");
        assertThat(commandLine().text("flavor", "m1.tiny")).contains("m1.tiny");
    }

    @Test
    void a_blank_of_the_pom_is_nothing() {
        assertThat(commandLine().text("image", "  ")).isEmpty();
        assertThat(commandLine().text("image", null)).isEmpty();
    }

    @Test
    void a_blank_as_an_unset_variable_gives_is_not_given_and_the_poms_counts() {
        Stream.of("cloud", "ttl", "tags", "auth.username", "prepare.steps")
                .forEach(name -> properties.setProperty("openstack." + name, " "));

        assertThat(commandLine().text("cloud", "demo")).contains("demo");
        assertThat(commandLine().setting("cloud", "demo").orElseThrow().source())
                .hasToString("<cloud> of the POM");
        assertThat(commandLine().time("ttl", "2h", "1h")).hasHours(2);
        assertThat(commandLine().list("tags", List.of("it"))).containsExactly("it");
        assertThat(commandLine().under("auth")).isEmpty();
        assertThat(commandLine().names("prepare")).isFalse();
    }

    @Test
    void a_switch_is_on_or_off_and_a_blank_is_neither() {
        properties.setProperty("openstack.force", "true");
        properties.setProperty("openstack.dryRun", "False");
        properties.setProperty("openstack.skip", "");

        assertThat(commandLine().flag("force", false)).isTrue();
        assertThat(commandLine().flag("dryRun", true)).isFalse();
        assertThat(commandLine().flag("trace", true)).isTrue();
        assertThat(commandLine().decision("failOnError", null)).isEmpty();
        assertThatThrownBy(() -> commandLine().decision("skip", null)).hasMessage("-Dopenstack.skip is empty");
    }

    @Test
    void a_blank_in_another_goals_words_means_no_more_than_a_name_there() {
        properties.setProperty("openstack.name", "");

        assertThatThrownBy(() -> commandLine().demandOnly("on", "servers", "name"))
                .hasMessage("-Dopenstack.name says nothing to this goal, which would mean all servers");
    }

    @Test
    void a_time_that_nobody_says_is_the_default() {
        properties.setProperty("openstack.timeout", "");

        assertThat(commandLine().time("timeout", null, "10m")).hasMinutes(10);
        assertThat(commandLine().time("lease", "5m", "10m")).hasMinutes(5);
        assertThat(commandLine().time("execTimeout", null, "10m")).hasMinutes(10);
    }

    @Test
    void lists_are_split_at_commas() {
        properties.setProperty("openstack.networks", "lan, private,");

        assertThat(commandLine().list("networks", List.of("public"))).containsExactly("lan", "private");
        assertThat(commandLine().list("tags", null)).isEmpty();
    }

    @Test
    void blocks_are_given_key_by_key() {
        properties.setProperty("openstack.auth.authUrl", "http://cloud");
        properties.setProperty("openstack.authority", "no part of it");

        assertThat(commandLine().under("auth")).isEqualTo(Map.of("authUrl", "http://cloud"));
    }

    private CommandLine commandLine() {
        return new CommandLine(properties);
    }
}
