package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job of GitHub Actions is told. */
class GitHubJobTest {
    private static final ServerVariables VARIABLES =
            new ServerVariables(List.of(LaunchedServer.of(Examples.launched("s1", "web", "10.0.0.5"))));

    @TempDir
    private Path folder;

    private final Redaction redaction = new Redaction();

    @Test
    void where_there_is_none_nothing_is_told() {
        GitHubJob job = job(Map.of("GITHUB_OUTPUT", " ", "GITHUB_ACTIONS", "false"));

        job.publish(VARIABLES);
        job.summarizeFailure("openstack:launch", "No valid host");

        assertThat(job.annotation("No valid host")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void outputs_come_after_those_of_others() throws IOException {
        Path file = Files.writeString(folder.resolve("output"), "mine=1\n");
        GitHubJob job = job(Map.of("GITHUB_OUTPUT", file.toString()));

        job.publish(VARIABLES);

        assertThat(file)
                .content()
                .startsWith("mine=1\nOPENSTACK_SERVERS_IDS=s1\n")
                .endsWith(".5\n");
    }

    @Test
    void what_two_servers_would_share_is_taken_back_from_the_first() throws IOException {
        Path file = folder.resolve("output");
        GitHubJob job = job(Map.of("GITHUB_OUTPUT", file.toString()));
        LaunchedServer first = LaunchedServer.of(Examples.launched("s1", "web", "10.0.0.5"));
        LaunchedServer second = LaunchedServer.of(Examples.launched("s2", "web", "10.0.0.6"));

        job.publish(new ServerVariables(List.of(first)));
        job.publish(new ServerVariables(List.of(first, second)));

        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.startsWith("OPENSTACK_SERVER_WEB_IP="))
                .as("the last one counts")
                .containsExactly("OPENSTACK_SERVER_WEB_IP=10.0.0.5", "OPENSTACK_SERVER_WEB_IP=");
    }

    @Test
    void a_failure_is_in_the_summary_with_its_advice_and_nothing_in_it_is_taken_for_markdown() {
        Path file = folder.resolve("summary");
        redaction.add(Secret.of("s3cret|word"));

        job(Map.of("GITHUB_STEP_SUMMARY", file.toString()))
                .summarizeFailure("openstack:launch of g:a", "No <b>host</b> of *x* [y](z)\ns3cret|word\nTry | again");

        assertThat(file).content().isEqualTo("""
                        **openstack:launch of g:a failed: No \\<b\\>host\\</b\\> of \\*x\\* \\[y\\](z)**

                        \\*\\*\\*<br>
                        Try \\| again

                        """);
    }

    @Test
    void an_error_is_one_line_that_the_runner_reads() {
        redaction.add(Secret.of("s3cret"));
        GitHubJob job = job(Map.of("GITHUB_ACTIONS", "true"));

        assertThat(job.annotation("No host, 100% full: s3cret\nAsk for less:\nor for more"))
                .contains("::error title=No host%2C 100%25 full%3A ***::Ask for less:%0Aor for more");
        assertThat(job.annotation("No host")).contains("::error title=No host::No host");
    }

    @Test
    void a_file_that_can_not_be_written_is_told_with_the_variable_that_names_it() {
        String nowhere = folder.resolve("no/where").toString();

        assertThatThrownBy(() -> job(Map.of("GITHUB_OUTPUT", nowhere)).publish(VARIABLES))
                .isInstanceOf(OpenStackException.class)
                .hasMessageStartingWith("Cannot write to " + nowhere + ", which is GITHUB_OUTPUT");
        assertThatThrownBy(() -> job(Map.of("GITHUB_STEP_SUMMARY", "\0")).summarizeFailure("launch", "No host"))
                .isInstanceOf(OpenStackException.class);
    }

    private GitHubJob job(Map<String, String> environment) {
        return GitHubJob.of(environment, redaction);
    }
}
