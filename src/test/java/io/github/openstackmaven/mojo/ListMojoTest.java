package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
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
                .hasMessageContaining("servers, images, flavors, networks, keypairs, security-groups, all");
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
