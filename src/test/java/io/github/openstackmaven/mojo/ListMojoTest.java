package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** What the goal lists. */
@MojoTest
class ListMojoTest extends GoalTest {
    private final List<String> printed = new ArrayList<>();

    @Test
    @InjectMojo(goal = "list", pom = "<project/>")
    void without_launches_there_are_no_servers(ListMojo list) throws Exception {
        assertThat(printed(list, "servers")).contains("No servers of this plugin's");
    }

    @Test
    @InjectMojo(goal = "list", pom = "<project/>")
    void all_that_a_launch_may_choose_from_is_listed(ListMojo list) throws Exception {
        assertThat(printed(list, "all"))
                .anyMatch(line -> line.startsWith("debian-12 "))
                .anyMatch(line -> line.startsWith("m1.tiny "))
                .anyMatch(line -> line.startsWith("lan "))
                .anyMatch(line -> line.startsWith("default "));
        assertThat(printed(list, "images")).anyMatch(line -> line.startsWith("bulk-059 "));
    }

    @Test
    @InjectMojo(goal = "list", pom = "<project/>")
    void what_only_looks_is_not_skipped_with_the_tests(ListMojo list) throws Exception {
        session.getUserProperties().setProperty("skipTests", "true");

        assertThat(printed(list, "networks")).anyMatch(line -> line.startsWith("lan "));
    }

    @Test
    @InjectMojo(goal = "list", pom = "<project/>")
    void an_unknown_list_is_told_with_those_there_are(ListMojo list) {
        assertThatThrownBy(() -> printed(list, "volumes"))
                .hasMessageStartingWith("There is no list of 'volumes'")
                .hasMessageContaining("servers, images, flavors, networks, keypairs, security-groups, prepared, all");
    }

    @Test
    @InjectMojo(goal = "list", pom = "<project/>")
    void a_filter_takes_the_lines_that_have_it(ListMojo list) throws Exception {
        say("filter", "DEBIAN-12");

        assertThat(printed(list, "images"))
                .anyMatch(line -> line.startsWith("debian-12 "))
                .noneMatch(line -> line.startsWith("cirros") || line.startsWith("bulk-"));
        printed.clear();
        assertThat(printed(list, "flavors")).contains("No flavors with 'DEBIAN-12'");
    }

    @Test
    @InjectMojo(goal = "list", pom = "<project/>")
    void to_a_quiet_maven_the_table_is_printed_and_nothing_else(ListMojo list) throws Exception {
        assertThat(quietly(list, "keypairs").lines())
                .hasSizeGreaterThan(1)
                .first()
                .asString()
                .startsWith("NAME ");
    }

    @Test
    @InjectMojo(goal = "list", pom = "<project/>")
    void programs_get_json(ListMojo list) throws Exception {
        say("format", "json");
        say("filter", "m1.tiny");

        JsonNode flavors = new ObjectMapper().readTree(quietly(list, "flavors"));

        assertThat(flavors).hasSize(1);
        assertThat(flavors.at("/0/name").asText()).isEqualTo("m1.tiny");
        assertThat(flavors.at("/0/ram").intValue()).isEqualTo(512);
    }

    @Test
    @InjectMojo(goal = "list", pom = "<project/>")
    void all_lists_are_one_json(ListMojo list) throws Exception {
        say("format", "json");

        JsonNode all = new ObjectMapper().readTree(quietly(list, "all"));

        assertThat(all.fieldNames())
                .toIterable()
                .containsExactly("servers", "images", "flavors", "networks", "keypairs", "security-groups", "prepared");
        assertThat(all.at("/servers")).isEmpty();
        assertThat(all.at("/networks/0/external").isBoolean()).isTrue();
    }

    @Test
    @InjectMojo(goal = "list", pom = "<project/>")
    void prepared_images_are_listed_once_there_are_some(ListMojo list) throws Exception {
        assertThat(printed(list, "prepared")).contains("No prepared images");
        PreparedImages.make(list.cloud(), "web", "0123456789", Map.of("maven:project", "g:a", "base_image_ref", ""));
        printed.clear();

        assertThat(printed(list, "prepared"))
                .last()
                .asString()
                .startsWith("web-prepared-01234567 ")
                .contains(" queued ", " g:a");
    }

    @Test
    @InjectMojo(goal = "list", pom = "<project/>")
    void another_format_there_is_none(ListMojo list) {
        say("format", "csv");

        assertThatThrownBy(() -> printed(list, "flavors"))
                .hasMessageStartingWith("-Dopenstack.format is 'csv'")
                .hasMessageContaining("table or json");
    }

    private String quietly(ListMojo list, String what) throws Exception {
        say("cloud", "simulator");
        say("list", what);
        return printedQuietly(list);
    }

    private List<String> printed(ListMojo list, String what) throws Exception {
        say("cloud", "simulator");
        say("list", what);
        list.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                printed.add(content.toString());
            }
        });
        list.execute();
        return printed;
    }
}
