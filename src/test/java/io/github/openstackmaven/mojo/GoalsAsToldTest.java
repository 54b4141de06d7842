package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.reference.Descriptor;
import io.github.openstackmaven.reference.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reference tells of a goal's parameters is what the goal says when one has a wrong value. */
@MojoTest
class GoalsAsToldTest extends GoalTest {
    private static final String POM = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>openstack-maven-plugin</artifactId>
                    <configuration>
                      <cloud>simulator</cloud>
                      <name>it</name>
                      <image>debian-12</image>
                      <flavor>m1.small</flavor>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";

    @TempDir
    private Path folder;

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void launch(LaunchMojo launch) {
        assertThat(told("launch", launch, "ifExists", "reapFirst", "showConsole", "timeout", "keep", "lease", "ttl"))
                .containsExactly("ifExists", "reapFirst", "showConsole", "timeout", "keep", "lease", "ttl");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void delete(DeleteMojo delete) {
        assertThat(told("delete", delete, "force", "deleteTimeout", "skip"))
                .containsExactly("force", "deleteTimeout", "skip");
    }

    @Test
    @InjectMojo(goal = "exec", pom = POM)
    void exec(ExecMojo exec) {
        assertThat(told("exec", exec, "execTimeout", "failOnError")).containsExactly("execTimeout", "failOnError");
    }

    @Test
    @InjectMojo(goal = "list", pom = POM)
    void list(ListMojo list) {
        assertThat(told("list", list, "list", "format")).containsExactly("list", "format");
    }

    @Test
    @InjectMojo(goal = "reap", pom = POM)
    void reap(ReapMojo reap) {
        assertThat(told("reap", reap, "dryRun", "olderThan", "deleteTimeout"))
                .containsExactly("dryRun", "olderThan", "deleteTimeout");
    }

    // Of these, those whose wrong value has an advice that the reference must have in it.
    private List<String> told(String goal, OpenStackMojo mojo, String... names) {
        say("outputDirectory", folder.toString());
        List<String> told = new ArrayList<>();
        for (Told parameter : Descriptor.goal(goal).parameters()) {
            if (Set.of(names).contains(parameter.name())
                    && advice(mojo, parameter.name()).filter(parameter::tells).isPresent()) told.add(parameter.name());
        }
        told.sort((one, other) -> List.of(names).indexOf(one) - List.of(names).indexOf(other));
        return told;
    }

    private Optional<String> advice(OpenStackMojo mojo, String parameter) {
        say(parameter, "?");
        try {
            mojo.execute();
            return Optional.empty();
        } catch (MojoExecutionException e) {
            return String.valueOf(e.getMessage()).lines().skip(1).findFirst();
        } finally {
            session.getUserProperties().remove("openstack." + parameter);
        }
    }
}
