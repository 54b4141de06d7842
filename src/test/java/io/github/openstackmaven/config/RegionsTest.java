package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cloud's regions, and what is set only there. */
class RegionsTest {
    private static final String REGIONS = """
            compute_api_version: 2
            regions:
            - name: North
              values:
                compute_api_version: 2.79
                auth: {username: northerner}
            - South
            """;

    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root);
    }

    @Test
    void the_first_is_taken_when_nobody_asks() {
        Settings settings = machine.demo("regions: [North, South]").load();
        assertThat(settings.text("region_name")).contains("North");
        assertThat(settings.get("regions")).isEmpty();
    }

    @Test
    void the_regions_values_win_over_the_clouds() {
        Settings settings = machine.demo(REGIONS).load();
        assertThat(settings.text("compute_api_version")).contains("2.79");
        assertThat(settings.text("auth.username")).contains("northerner");
        assertThat(settings.text("auth.password")).contains("s3cret");
        assertThat(settings.get("auth.username").orElseThrow().source())
                .hasToString("region North of clouds.yaml in " + root.resolve("here") + ", cloud demo");
    }

    @Test
    void another_region_has_its_own() {
        Settings settings = machine.demo(REGIONS).load("region_name=South");
        assertThat(settings.text("compute_api_version")).contains("2");
        assertThat(settings.text("auth.username")).contains("alice");
    }

    @Test
    void what_is_given_for_this_run_wins_over_the_region() {
        assertThat(machine.demo(REGIONS).load("auth.username=me").text("auth.username"))
                .contains("me");
    }

    @Test
    void an_unknown_one_is_an_error_that_names_the_others() {
        var failure = machine.demo(REGIONS).failure("region_name=north");
        assertThat(failure).hasMessage("Unknown region 'north' of cloud demo (-Dopenstack.region_name)");
        assertThat(failure.advice()).contains("North, South");
    }

    @Test
    void any_region_will_do_where_the_cloud_lists_none() {
        assertThat(machine.demo("").load("region_name=Any").text("region_name")).contains("Any");
    }

    @Test
    void a_list_with_commas_is_warned_of() {
        machine.demo("region_name: North,South");
        assertThat(machine.load("region_name=South").text("region_name")).contains("South");
        assertThat(machine.warnings()).singleElement().asString().contains("write a list 'regions:'");
    }

    @Test
    void an_entry_without_a_name_is_an_error() {
        assertThat(machine.demo("regions: [{values: {}}]").failure()).hasMessageContaining("needs a 'name'");
    }
}
