package io.github.openstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads of a wrong POM, from Maven itself and from the plugin. */
class PomErrorsIT {
    @TempDir
    private Path folder;

    @Test
    void an_unknown_element_is_named_with_the_nearest() throws Exception {
        assertThat(error("<flavour>m1.small</flavour>"))
                .contains("Unknown element <flavour> in the plugin's <configuration>", "Did you mean <flavor>?");
    }

    @Test
    void an_unknown_element_of_an_execution_is_named_as_well() throws Exception {
        MavenBuild build = new MavenBuild(folder).file("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.github.openstackmaven</groupId>
                        <artifactId>openstack-maven-plugin</artifactId>
                        <version>%s</version>
                        <executions>
                          <execution>
                            <goals><goal>launch</goal></goals>
                            <configuration>
                              <cloud>simulator</cloud>
                              <floatingIP>true</floatingIP>
                            </configuration>
                          </execution>
                        </executions>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(MavenBuild.VERSION));

        assertThat(build.run("verify").log()).contains("Unknown element <floatingIP>", "Did you mean <floatingIp>?");
    }

    @Test
    void an_unknown_element_of_a_block_is_named_by_maven() throws Exception {
        assertThat(error("<servers><server><flavour>m1.small</flavour></server></servers>"))
                .contains("flavour", "ServerBlock");
    }

    @Test
    void a_value_of_the_wrong_kind_is_told_with_its_element() throws Exception {
        assertThat(error("<count>many</count>")).contains("<count> is 'many'", "It is a whole number from 1 to 1000.");
    }

    @Test
    void other_goals_elements_are_right_and_unknown_properties_of_the_command_line_are_warned_of() throws Exception {
        MavenBuild.Result result =
                build("<deleteTimeout>3m</deleteTimeout>").run("openstack:check", "-Dopenstack.flavour=m1.small");

        assertThat(result.exitCode()).isZero();
        assertThat(result.log())
                .contains("[WARNING] -Dopenstack.flavour is unknown", "Did you mean -Dopenstack.flavor?");
    }

    private String error(String elements) throws IOException, InterruptedException {
        MavenBuild.Result result = build(elements).run("openstack:check");
        assertThat(result.exitCode()).isNotZero();
        return result.log();
    }

    private MavenBuild build(String elements) throws IOException {
        return new MavenBuild(folder).pom("<cloud>simulator</cloud>" + elements);
    }
}
