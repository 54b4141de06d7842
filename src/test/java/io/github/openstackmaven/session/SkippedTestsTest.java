package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a goal of a phase is left out with the tests. */
class SkippedTestsTest {
    private final MavenSession session = mock();
    private final Properties commandLine = new Properties();
    private final MavenProject project = new MavenProject();

    @BeforeEach
    void startASession() {
        when(session.getUserProperties()).thenReturn(commandLine);
        when(session.getSystemProperties()).thenReturn(new Properties());
        when(session.getCurrentProject()).thenReturn(project);
    }

    @ParameterizedTest
    @ValueSource(strings = {"skipTests", "skipITs", "maven.test.skip"})
    void any_of_the_properties_skips_wherever_it_is_set(String property) {
        commandLine.setProperty(property, "true");
        assertThat(inAPhase().property()).contains(property);

        commandLine.clear();
        project.getProperties().setProperty(property, "TRUE");
        assertThat(inAPhase().property()).contains(property);
    }

    @ParameterizedTest
    @CsvSource({"3.5.4, skipTests", "3.6.0, ''", "3.6.1, ''"})
    void a_failsafe_that_runs_its_tests_all_the_same_needs_the_servers(String failsafe, String skipping) {
        Plugin plugin = new Plugin();
        plugin.setArtifactId("maven-failsafe-plugin");
        plugin.setVersion(failsafe);
        Build build = new Build();
        build.addPlugin(plugin);
        project.getModel().setBuild(build);
        commandLine.setProperty("skipTests", "true");

        assertThat(inAPhase().property().orElse("")).isEqualTo(skipping);

        commandLine.setProperty("skipITs", "true");
        assertThat(inAPhase().property()).isPresent();
    }

    @Test
    void where_tests_run_nothing_is_skipped() {
        assertThat(inAPhase().property()).isEmpty();

        commandLine.setProperty("skipITs", "false");
        project.getProperties().setProperty("skipTests", "");
        project.getProperties().setProperty("maven.test.skip", "${nobody.knows}");
        assertThat(inAPhase().property()).isEmpty();
    }

    @Test
    void the_command_line_wins_over_the_pom() {
        project.getProperties().setProperty("skipITs", "true");
        commandLine.setProperty("skipITs", "false");

        assertThat(inAPhase().property()).isEmpty();
    }

    @Test
    void as_with_failsafe_one_property_does_not_undo_another() {
        commandLine.setProperty("skipITs", "false");
        commandLine.setProperty("skipTests", "true");

        assertThat(inAPhase().property()).contains("skipTests");
    }

    @Test
    void a_property_may_be_another_ones() {
        project.getProperties().setProperty("skipITs", "${skipThem}");
        commandLine.setProperty("skipThem", "true");

        assertThat(inAPhase().property()).contains("skipITs");
    }

    @Test
    void a_goal_that_is_called_directly_is_not_skipped() {
        commandLine.setProperty("skipTests", "true");

        assertThat(called(MojoExecution.Source.CLI).property()).isEmpty();
    }

    private SkippedTests inAPhase() {
        return called(MojoExecution.Source.LIFECYCLE);
    }

    private SkippedTests called(MojoExecution.Source source) {
        MojoDescriptor goal = new MojoDescriptor();
        goal.setPluginDescriptor(new PluginDescriptor());
        return new SkippedTests(session, new MojoExecution(goal, "id", source));
    }
}
