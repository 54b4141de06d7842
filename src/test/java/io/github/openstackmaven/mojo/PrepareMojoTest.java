package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is described in {@code <prepare>} is done once. */
@MojoTest
class PrepareMojoTest extends GoalTest {
    private static final String BEGIN = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>openstack-maven-plugin</artifactId>
                    <configuration>
                      <name>db</name>
                      <image>debian-12</image>
                      <flavor>m1.tiny</flavor>
                      <networks>lan</networks>
            """;
    private static final String END = """
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";
    private static final String POM = BEGIN + """
                      <prepare>
                        <user>debian</user>
                        <steps>
                          <step>echo installing</step>
                        </steps>
                      </prepare>
            """ + END;
    private static final String FAILING = BEGIN + """
                      <prepare>
                        <user>debian</user>
                        <steps>
                          <step>echo no such package &gt;&amp;2; exit 3</step>
                        </steps>
                      </prepare>
            """ + END;
    private static final String PLAIN = BEGIN + END;

    @TempDir
    Path outputs;

    @BeforeEach
    void onASimulator() {
        say("cloud", "simulator");
        say("outputDirectory", outputs.toString());
    }

    @Test
    void the_first_launch_prepares_and_the_next_ones_find_what_was_prepared(
            @InjectMojo(goal = "launch", pom = POM) LaunchMojo first,
            @InjectMojo(goal = "launch", pom = POM) LaunchMojo second,
            @InjectMojo(goal = "check", pom = POM) CheckMojo before,
            @InjectMojo(goal = "check", pom = POM) CheckMojo after)
            throws Exception {
        assertThat(told(before)).anyMatch(line -> line.matches(".*db-prepared-\\p{XDigit}{8}, to be prepared.*"));

        List<String> made = told(first);
        List<String> found = told(second);

        assertThat(made)
                .anyMatch(line -> line.matches("Preparing image 'db-prepared-\\p{XDigit}{8}' from 'debian-12'"))
                .contains("[db-prepare] installing")
                .anyMatch(line -> line.startsWith("openstack.server.ip = "));
        assertThat(found)
                .noneMatch(line -> line.contains("db-prepare:") || line.startsWith("Preparing"))
                .anyMatch(line -> line.startsWith("openstack.server.ip = "));
        assertThat(told(after))
                .anyMatch(line -> line.contains("prepared from"))
                .noneMatch(line -> line.contains("to be"));
        assertThat(outputs.resolve("db-prepare.pem")).doesNotExist();
    }

    @Test
    void the_goal_makes_the_image_and_no_server_and_anew_only_when_it_is_told(
            @InjectMojo(goal = "prepare", pom = POM) PrepareMojo first,
            @InjectMojo(goal = "prepare", pom = POM) PrepareMojo second,
            @InjectMojo(goal = "prepare", pom = POM) PrepareMojo forced)
            throws Exception {
        assertThat(told(first)).anyMatch(line -> line.matches("Prepared: image 'db-prepared-.*"));
        assertThat(told(second)).anyMatch(line -> line.matches("There already: image 'db-prepared-.*"));
        say("prepare.force", "true");
        assertThat(told(forced)).anyMatch(line -> line.matches("Prepared: image 'db-prepared-.*"));
        assertThat(outputs.resolve("servers.json")).doesNotExist();
    }

    @Test
    void a_step_that_fails_is_told_with_what_it_printed(@InjectMojo(goal = "launch", pom = FAILING) LaunchMojo launch) {
        assertThatThrownBy(() -> told(launch))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("on server 'db-prepare' exited with 3")
                .hasMessageContaining("no such package");
    }

    @Test
    void without_anything_to_prepare_the_goal_says_so(@InjectMojo(goal = "prepare", pom = PLAIN) PrepareMojo prepare) {
        assertThatThrownBy(() -> told(prepare)).hasMessageContaining("Nothing to prepare: no server has <prepare>");
    }
}
