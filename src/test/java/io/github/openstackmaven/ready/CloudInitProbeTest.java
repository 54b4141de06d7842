package io.github.openstackmaven.ready;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that asks cloud-init, run by a real shell on files like cloud-init's. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs a POSIX shell")
class CloudInitProbeTest {
    private static final Duration WAIT = Duration.ofSeconds(3);

    @TempDir
    Path root;

    private Path run;

    // Commands of the guest's, which tell that they were run; what sleeps passes no time.
    @BeforeEach
    void fakeCommands() throws IOException {
        run = root.resolve("run/cloud-init");
        command("sleep", "echo sleep >> " + root + "/ran");
        command("cloud-init", "echo cloud-init $* >> " + root + "/ran; echo status: not run");
        command("systemctl", "echo systemctl >> " + root + "/ran; exit 1");
    }

    @Test
    void an_image_without_it_is_told() throws IOException, InterruptedException {
        Files.delete(root.resolve("bin/cloud-init"));

        assertThat(answer(Duration.ZERO)).containsExactly("--- absent");
    }

    @Test
    void one_where_it_is_off_is_told() throws IOException, InterruptedException {
        write("disabled", "");

        assertThat(answer(WAIT)).containsExactly("--- disabled");
    }

    @Test
    void its_end_is_known_by_its_files_alone() throws IOException, InterruptedException {
        write("status.json", "{\"v1\": {\"stage\": null}}");
        write("result.json", "{\"v1\": {\"errors\": []}}");

        assertThat(seen(WAIT)).isEqualTo(ProbeResult.holds("is done"));
        assertThat(root.resolve("ran")).doesNotExist();
    }

    @Test
    void the_first_look_asks_for_no_more_than_the_files() throws IOException, InterruptedException {
        write("status.json", "{\"v1\": {\"stage\": \"init\"}}");

        assertThat(seen(Duration.ZERO).words()).isEqualTo("is running (init)");
        assertThat(root.resolve("ran")).hasContent("systemctl");
    }

    @Test
    void an_end_while_it_is_waited_for_is_seen_at_once() throws IOException, InterruptedException {
        write("status.json", "{\"v1\": {\"stage\": \"modules-final\"}}");
        command(
                "sleep",
                "echo sleep >> " + root + "/ran; test $(wc -l < " + root + "/ran) -lt 2 || echo '{\"v1\": {\"errors\":"
                        + " [\"no luck\"]}}' > " + run + "/result.json");

        assertThat(seen(Duration.ofSeconds(30)).words()).isEqualTo("failed: no luck");
        assertThat(root.resolve("ran")).hasContent("sleep\nsleep");
    }

    @Test
    void its_command_is_asked_once_where_there_are_no_files_after_all() throws IOException, InterruptedException {
        Files.createDirectories(run);

        assertThat(seen(WAIT).words()).isEqualTo("is not run");
        assertThat(root.resolve("ran")).hasContent("sleep\nsleep\nsleep\ncloud-init status --long");
    }

    @Test
    void it_is_asked_as_well_where_systemd_says_that_it_failed() throws IOException, InterruptedException {
        write("status.json", "{\"v1\": {\"stage\": \"modules-final\"}}");
        command("systemctl", "exit 0");
        command("cloud-init", "echo 'status: error'; echo 'errors:'; echo ' - killed'");

        assertThat(seen(WAIT).words()).isEqualTo("failed: killed");
    }

    @Test
    void versions_without_a_status_are_known_by_the_file_of_their_end() throws IOException, InterruptedException {
        Files.createDirectories(root.resolve("var/lib/cloud/instance"));
        Files.createFile(root.resolve("var/lib/cloud/instance/boot-finished"));
        command("cloud-init", "echo 'usage: cloud-init' >&2; exit 2");

        assertThat(seen(WAIT)).isEqualTo(ProbeResult.holds("has finished"));
    }

    @Test
    void other_systems_have_it_below_var() throws IOException, InterruptedException {
        run = root.resolve("var/run/cloud-init");
        write("result.json", "{}");

        assertThat(seen(WAIT)).isEqualTo(ProbeResult.holds("is done"));
    }

    private ProbeResult seen(Duration wait) throws IOException, InterruptedException {
        return CloudInitReport.parse(answer(wait)).seen(true);
    }

    private List<String> answer(Duration wait) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", new CloudInitProbe(root.toString()).script(wait));
        shell.environment().put("PATH", root.resolve("bin") + File.pathSeparator + "/bin:/usr/bin");
        Process process = shell.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return answer.lines().filter(line -> !line.isEmpty()).toList();
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(run);
        Files.writeString(run.resolve(file), content);
    }

    private void command(String name, String script) throws IOException {
        Path file = Files.createDirectories(root.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
