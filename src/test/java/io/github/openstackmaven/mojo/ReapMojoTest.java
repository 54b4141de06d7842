package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.network.SecurityGroup;
import io.github.openstackmaven.network.SecurityGroupCreate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** How the goal is told what to reap. */
@MojoTest
class ReapMojoTest extends GoalTest {
    private static final Optional<Instant> PAST = Optional.of(Instant.parse("2021-02-03T04:05:06Z"));
    private static final String POM = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>openstack-maven-plugin</artifactId>
                    <configuration>
                      <cloud>simulator</cloud>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";

    @Test
    @InjectMojo(goal = "reap", pom = POM)
    void what_has_expired_goes(ReapMojo reap) throws Exception {
        Cloud cloud = left(reap, "g:a", "g:b");

        reap.execute();

        assertThat(groups(cloud)).isEmpty();
    }

    @Test
    @InjectMojo(goal = "reap", pom = POM)
    void a_dry_run_leaves_everything(ReapMojo reap) throws Exception {
        Cloud cloud = left(reap, "g:a");
        say("dryRun", "true");

        reap.execute();

        assertThat(groups(cloud)).containsExactly("g:a");
    }

    @Test
    @InjectMojo(goal = "reap", pom = POM)
    void a_project_an_age_and_a_maximum_narrow_it_down(ReapMojo reap) throws Exception {
        Cloud cloud = left(reap, "g:a", "g:b");
        say("olderThan", "2h");
        reap.execute();
        assertThat(groups(cloud)).hasSize(2);

        session.getUserProperties().remove("openstack.olderThan");
        say("max", "0");
        reap.execute();
        assertThat(groups(cloud)).hasSize(2);

        say("max", "9");
        say("project", "g:b");
        reap.execute();
        assertThat(groups(cloud)).containsExactly("g:a");
    }

    @Test
    @InjectMojo(goal = "reap", pom = POM)
    void a_project_that_is_blank_is_not_every_project(ReapMojo reap) throws Exception {
        Cloud cloud = left(reap, "g:a", "g:b");
        say("project", "");

        assertThatThrownBy(reap::execute).hasMessageStartingWith("-Dopenstack.project is empty");
        assertThat(groups(cloud)).hasSize(2);
    }

    @Test
    @InjectMojo(goal = "reap", pom = POM)
    void what_goes_by_its_property_is_known_by_that(ReapMojo reap) throws Exception {
        say("project", "g:a");

        assertThat(told(reap)).noneMatch(line -> line.contains("is unknown"));
    }

    @Test
    @InjectMojo(goal = "reap", pom = POM)
    void a_maximum_that_is_no_number_is_told(ReapMojo reap) {
        say("max", "many");

        assertThatThrownBy(reap::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("<max> is 'many'");
    }

    private static Cloud left(ReapMojo reap, String... projects) {
        Cloud cloud = reap.cloud();
        for (String project : projects) {
            Mark mark = new Mark(project, project, project, "", PAST);
            cloud.securityGroups().create(new SecurityGroupCreate(project, mark.description()));
        }
        return cloud;
    }

    private static List<String> groups(Cloud cloud) {
        return cloud.securityGroups().all().stream()
                .map(SecurityGroup::name)
                .filter(name -> name.startsWith("g:"))
                .toList();
    }
}
