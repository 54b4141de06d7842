package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that waits for its server and works on it, without a cloud. */
@MojoTest
class SimulatedGuestTest extends GoalTest {
    private static final String POM = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>openstack-maven-plugin</artifactId>
                    <configuration>
                      <name>web</name>
                      <image>debian-12</image>
                      <flavor>m1.tiny</flavor>
                      <networks>lan</networks>
                      <keyPair>ephemeral</keyPair>
                      <waitFor>
                        <tcp>22</tcp>
                        <ssh>debian</ssh>
                        <cloudInit>true</cloudInit>
                        <http>http://@{ip}/</http>
                      </waitFor>
                      <steps>
                        <step>uname -a &gt; kernel.txt</step>
                        <step>cat kernel.txt</step>
                      </steps>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";

    @TempDir
    Path outputs;

    @BeforeEach
    void keepOutputsApart() {
        say("outputDirectory", outputs.toString());
    }

    @Test
    void a_server_of_the_builds_own_simulator_is_ready_and_does_what_it_is_told(
            @InjectMojo(goal = "launch", pom = POM) LaunchMojo launch,
            @InjectMojo(goal = "exec", pom = POM) ExecMojo exec)
            throws Exception {
        say("cloud", "simulator");

        assertThat(told(launch))
                .anyMatch(line -> line.contains("cloud-init of debian@127.20.0.2 is done"))
                .anyMatch(line -> line.contains("http://127.20.0.2/ answered 200"));
        assertThat(told(exec)).anyMatch(line -> line.startsWith("[web] Linux web "));
    }
}
