package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose console is printed and saved. */
@MojoTest
class ConsoleMojoTest extends GoalTest {
    private static final String NAMED =
            "<project><build><plugins><plugin><artifactId>openstack-maven-plugin</artifactId><configuration>"
                    + "<name>web</name></configuration></plugin></plugins></build></project>";

    @TempDir
    Path folder;

    @Test
    @InjectMojo(goal = "console", pom = "<project/>")
    void without_a_launch_there_is_none(ConsoleMojo console) {
        say("cloud", "simulator");
        say("outputDirectory", folder.toString());

        assertThatThrownBy(console::execute).hasMessageStartingWith("No server was launched here");
    }

    @Test
    @InjectMojo(goal = "console", pom = "<project/>")
    void a_server_that_is_not_there_is_told_with_where_to_look(ConsoleMojo console) {
        say("cloud", "simulator");
        say("outputDirectory", folder.toString());
        say("name", "nobody");

        assertThatThrownBy(console::execute)
                .hasMessageStartingWith("No server 'nobody' in this project")
                .hasMessageContaining("mvn openstack:list");
    }

    @Test
    @InjectMojo(goal = "console", pom = NAMED)
    void a_name_in_the_pom_is_the_launchs_and_not_whose_console_is_wanted(ConsoleMojo console) {
        say("cloud", "simulator");
        say("outputDirectory", folder.toString());

        assertThatThrownBy(console::execute).hasMessageStartingWith("No server was launched here");
    }

    @Test
    @InjectMojo(goal = "console", pom = "<project/>")
    void lines_that_are_no_number_are_told(ConsoleMojo console) {
        say("lines", "some");

        assertThatThrownBy(console::execute).hasMessageStartingWith("<lines> is 'some'");
        assertThat(folder).isEmptyDirectory();
    }
}
