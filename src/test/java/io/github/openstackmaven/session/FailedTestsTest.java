package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a build's failure before it ends. */
class FailedTestsTest {
    private static final Instant BEGAN = Instant.parse("2026-11-29T12:00:00Z");

    private final MavenSession session = mock(MavenSession.class);
    private final MavenProject project = new MavenProject();
    private final DefaultMavenExecutionResult result = new DefaultMavenExecutionResult();

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() {
        when(session.getResult()).thenReturn(result);
        when(session.getStartTime()).thenReturn(Date.from(BEGAN));
        project.setFile(folder.resolve("pom.xml").toFile());
        project.setBuild(new Build());
        project.getBuild().setDirectory(folder.resolve("target").toString());
    }

    @Test
    void without_tests_nothing_has_failed() {
        assertThat(failed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "null,false,0,0,false",
        "255,false,0,0,true",
        "null,false,1,0,true",
        "255,false,0,12,true",
        "null,true,0,0,true",
        "254,false,0,0,false"
    })
    void failsafe_has_written_down_what_fails_the_build_only_later(
            String code, boolean timeout, int errors, int failures, boolean red) throws IOException {
        write(folder.resolve("target/failsafe-reports/failsafe-summary.xml"), code, timeout, errors, failures);

        assertThat(failed()).isEqualTo(red);
    }

    @Test
    void what_an_earlier_build_has_written_says_nothing() throws IOException {
        Path summary = folder.resolve("target/failsafe-reports/failsafe-summary.xml");
        write(summary, "255", false, 1, 0);
        Files.setLastModifiedTime(summary, FileTime.from(BEGAN.minus(Duration.ofMinutes(5))));

        assertThat(failed()).isFalse();
    }

    @Test
    void the_summary_may_be_elsewhere() throws IOException {
        write(folder.resolve("target/it/summary.xml"), "255", false, 1, 0);
        Plugin failsafe = new Plugin();
        failsafe.setGroupId("org.apache.maven.plugins");
        failsafe.setArtifactId("maven-failsafe-plugin");
        PluginExecution execution = new PluginExecution();
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom file = new Xpp3Dom("summaryFile");
        file.setValue(folder.resolve("target/it/summary.xml").toString());
        configuration.addChild(file);
        execution.setConfiguration(configuration);
        failsafe.addExecution(execution);
        project.getBuild().addPlugin(failsafe);

        assertThat(failed()).isTrue();
    }

    @Test
    void another_module_has_failed() {
        result.addException(new IllegalStateException("red"));

        assertThat(failed()).isTrue();
    }

    private boolean failed() {
        return new FailedTests(session, project).any();
    }

    private static void write(Path summary, String result, boolean timeout, int errors, int failures)
            throws IOException {
        Files.createDirectories(summary.getParent());
        Files.writeString(summary, """
                <?xml version="1.0" encoding="UTF-8"?>
                <failsafe-summary result="%s" timeout="%s">
                    <completed>44</completed>
                    <errors>%d</errors>
                    <failures>%d</failures>
                    <skipped>0</skipped>
                </failsafe-summary>""".formatted(result, timeout, errors, failures));
        Files.setLastModifiedTime(summary, FileTime.from(BEGAN.plusSeconds(30)));
    }
}
