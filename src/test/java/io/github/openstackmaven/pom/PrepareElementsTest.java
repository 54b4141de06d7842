package io.github.openstackmaven.pom;

import static io.github.openstackmaven.plan.ServerSpecs.userData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.exec.Step;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.PrepareSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code <prepare>} means, wherever it is written. */
class PrepareElementsTest {
    private static final String STEP = "<steps><step>apt-get install -y app</step></steps>";

    @Test
    void without_it_nothing_is_prepared() {
        assertThat(BoundServer.with("").spec().prepare()).isEmpty();
    }

    @Test
    void with_a_step_it_has_all_the_defaults_of_the_contract() {
        PrepareSpec prepare = prepare("<prepare>" + STEP + "</prepare>");

        assertThat(prepare.steps()).containsExactly(new Step.Command("apt-get install -y app"));
        assertThat(prepare.timeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(prepare.maxAge()).isEqualTo(Duration.ofDays(7));
        assertThat(prepare.unusedFor()).isEqualTo(Duration.ofDays(14));
        assertThat(prepare.flavor()).isEmpty();
        assertThat(prepare.networks()).isEmpty();
        assertThat(prepare.user()).isEmpty();
        assertThat(prepare.key()).isEmpty();
    }

    @Test
    void flavor_networks_and_user_may_differ_from_the_servers() {
        PrepareSpec prepare = prepare("<prepare>" + STEP
                + "<flavor>m1.large</flavor><networks>lan</networks><user>root</user><key>2026-11</key>"
                + "<timeout>1h</timeout><maxAge>30d</maxAge><unusedFor>2d</unusedFor></prepare>");

        assertThat(prepare.flavor()).contains(new FlavorSpec.Named("m1.large"));
        assertThat(prepare.networks()).contains(NetworksSpec.of(List.of(NetworksSpec.Nic.on("lan"))));
        assertThat(prepare.user()).contains("root");
        assertThat(prepare.key()).contains("2026-11");
        assertThat(prepare.timeout()).isEqualTo(Duration.ofHours(1));
        assertThat(prepare.maxAge()).isEqualTo(Duration.ofDays(30));
        assertThat(prepare.unusedFor()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void a_block_of_servers_takes_it_from_the_top_level() {
        assertThat(BoundServer.with("<prepare>" + STEP + "</prepare>")
                        .block("<name>db</name>")
                        .spec()
                        .prepare())
                .isPresent();
    }

    @Test
    void the_command_line_changes_what_fits_on_one() {
        assertThat(BoundServer.with("<prepare>" + STEP + "<key>old</key></prepare>")
                        .commandLine("prepare.key", "new")
                        .commandLine("prepare.maxAge", "1h")
                        .spec()
                        .prepare()
                        .orElseThrow())
                .satisfies(prepare -> {
                    assertThat(prepare.key()).contains("new");
                    assertThat(prepare.maxAge()).isEqualTo(Duration.ofHours(1));
                    assertThat(prepare.steps()).hasSize(1);
                });
    }

    @Test
    void steps_on_the_command_line_are_told_where_they_belong() {
        BoundServer server = BoundServer.with("").commandLine("prepare.steps", "rm -rf /tmp/x");

        assertThatThrownBy(server::spec).isInstanceOfSatisfying(OpenStackException.class, error -> {
            assertThat(error).hasMessage("-Dopenstack.prepare.steps can't be given on the command line");
            assertThat(error.advice()).isEqualTo("Write <steps> in the POM.");
        });
    }

    @Test
    void the_property_of_the_goal_is_no_unknown_element_and_others_are() {
        assertThat(BoundServer.with("<prepare>" + STEP + "</prepare>")
                        .commandLine("prepare.force", "true")
                        .spec()
                        .prepare())
                .isPresent();
        assertThatThrownBy(() -> BoundServer.with("<prepare>" + STEP + "</prepare>")
                        .commandLine("prepare.age", "1h")
                        .spec())
                .hasMessage("-Dopenstack.prepare.age is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "key", "maxAge", "timeout", "user", "flavor", "flavor.minRam", "networks"})
    void what_only_changes_one_on_the_command_line_makes_none_of_a_server_that_has_none(String property) {
        assertThat(BoundServer.with("")
                        .commandLine("prepare." + property, "1h")
                        .spec()
                        .prepare())
                .isEmpty();
    }

    @Test
    void user_data_on_the_command_line_makes_one() {
        assertThat(BoundServer.with("")
                        .commandLine("prepare.userData", "#!/bin/sh")
                        .commandLine("prepare.key", "new")
                        .spec()
                        .prepare()
                        .flatMap(PrepareSpec::key))
                .contains("new");
    }

    @Test
    void its_user_data_is_filtered_as_the_servers_is() {
        assertThat(BoundServer.with("<filterUserData>true</filterUserData><prepare>"
                                + "<userData>install ${pg.version}</userData></prepare>")
                        .properties(Map.of("pg.version", "16"))
                        .spec()
                        .prepare()
                        .flatMap(PrepareSpec::userData))
                .contains(userData("install 16"));
    }

    @Test
    void one_that_does_nothing_is_an_error() {
        assertThatThrownBy(() -> prepare("<prepare><key>x</key></prepare>"))
                .hasMessage("A <prepare> that does nothing");
    }

    @Test
    void a_wrong_time_is_told_with_its_element() {
        assertThatThrownBy(() -> prepare("<prepare>" + STEP + "<maxAge>a week</maxAge></prepare>"))
                .hasMessage("Malformed <prepare><maxAge>: 'a week' is no duration");
    }

    private static PrepareSpec prepare(String elements) {
        return BoundServer.with(elements).spec().prepare().orElseThrow();
    }
}
