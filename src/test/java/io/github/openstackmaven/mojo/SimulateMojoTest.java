package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest
class SimulateMojoTest extends GoalTest {
    private static final String POM = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>openstack-maven-plugin</artifactId>
                  </plugin>
                </plugins>
              </build>
            </project>""";

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    void a_cloud_that_nobody_can_make_sense_of_is_not_simulated(SimulateMojo simulate) {
        say("simulator.build", "15s-5s");

        assertThatThrownBy(simulate::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("-Dopenstack.simulator.build is '15s-5s'")
                .hasMessageContaining("as in 300ms or 5s-15s");
        say("simulator.build", "300ms");
    }
}
