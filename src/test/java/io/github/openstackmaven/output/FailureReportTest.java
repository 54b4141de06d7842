package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.output.FailureReport.Evidence;
import io.github.openstackmaven.plan.Quota;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureReportTest {
    private static final String CONSOLE =
            IntStream.rangeClosed(1, 60).mapToObj(line -> "line " + line + "\n").collect(Collectors.joining());
    private final OpenStackException failure = new OpenStackException(
            "Server 'web' (s1) went to ERROR: No valid host was found.", "Choose a smaller one.");

    @TempDir
    Path folder;

    @Test
    void the_report_has_all_that_an_operator_asks_for() throws IOException {
        Path written = FailureReport.of(failure, evidence("web")).write(folder, CONSOLE, new Redaction());

        JsonNode report =
                new ObjectMapper().readTree(written.resolve("failure.json").toFile());
        assertThat(written).isEqualTo(folder.resolve("web"));
        assertThat(report.at("/cause").asText()).startsWith("Server 'web' (s1) went to ERROR: No valid host");
        assertThat(report.at("/advice").asText()).isEqualTo("Choose a smaller one.");
        assertThat(report.at("/id").asText()).isEqualTo("s1");
        assertThat(report.at("/fault/code").asInt()).isEqualTo(500);
        assertThat(report.at("/actions/0/request_id").asText()).isEqualTo("req-1");
        assertThat(report.at("/flavor/size").asText()).isEqualTo("1 vCPU, 512 MiB, 1 GiB");
        assertThat(report.at("/zone").asText()).isEqualTo("nova");
        assertThat(report.at("/image/name").asText()).isEqualTo("debian-12");
        assertThat(report.at("/quota/rows/0/limit").asInt()).isEqualTo(20);
    }

    @Test
    void the_consoles_last_50_lines_are_in_the_report_and_all_of_it_beside_it() {
        FailureReport report = FailureReport.of(failure, evidence("web"));

        report.write(folder, CONSOLE, new Redaction());

        assertThat(report.console()).hasSize(50).startsWith("line 11").endsWith("line 60");
        assertThat(folder.resolve("web/console.log")).content().isEqualTo(CONSOLE);
    }

    @Test
    void neither_file_has_a_secret_and_the_report_nothing_that_a_terminal_heeds() {
        Redaction redaction = new Redaction();
        redaction.add(Secret.of("pass\"word"));
        OpenStackException echo = new OpenStackException("400: {\"password\": \"pass\\\"word\"} \u009b2J", "");

        FailureReport.of(echo, evidence("web")).write(folder, "pass\"word \u001b[31m\ud800\n", redaction);

        assertThat(folder.resolve("web/failure.json"))
                .content()
                .contains("400: {\\\"password\\\": \\\"***\\\"} \"")
                .doesNotContain("\u009b", "word\"");
        assertThat(folder.resolve("web/console.log")).content().isEqualTo("*** \u001b[31m?\n");
    }

    @Test
    void a_name_that_no_file_may_have_is_shortened_and_remains_another_than_the_next() {
        String name = "\u00fc".repeat(300);

        Path one = FailureReport.of(failure, evidence(name)).write(folder, CONSOLE, new Redaction());
        Path other = FailureReport.of(failure, evidence(name + "2")).write(folder, CONSOLE, new Redaction());

        assertThat(one).isNotEqualTo(other).isDirectoryContaining("glob:**/console.log");
        assertThat(one.getFileName().toString().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(121);
        assertThat(one.getFileName().toString()).startsWith("\u00fc".repeat(50));
    }

    @Test
    void a_server_that_never_was_is_reported_too() throws IOException {
        Evidence nothing = new Evidence(Examples.plan("web"), Optional.empty(), "", List.of(), quota());

        Path written = FailureReport.of(failure, nothing).write(folder, "", new Redaction());

        JsonNode report =
                new ObjectMapper().readTree(written.resolve("failure.json").toFile());
        assertThat(report.has("id")).isFalse();
        assertThat(report.at("/console").isArray()).isTrue();
        assertThat(written.resolve("console.log")).doesNotExist();
    }

    @Test
    void a_later_success_removes_it_and_nothing_else() throws IOException {
        FailureReport.of(failure, evidence("web")).write(folder, CONSOLE, new Redaction());
        FailureReport.of(failure, evidence("db")).write(folder, CONSOLE, new Redaction());
        Files.writeString(folder.resolve("db/notes.txt"), "mine");

        FailureReport.remove(folder, "web");
        FailureReport.remove(folder, "db");
        FailureReport.remove(folder, "never-failed");

        assertThat(folder.resolve("web")).doesNotExist();
        assertThat(folder.resolve("db").toFile().list()).containsExactly("notes.txt");
    }

    @Test
    void it_removes_the_console_of_a_build_that_failed_later_as_well() throws IOException {
        ServerFolder.of(folder, "web").writeConsole(CONSOLE);

        FailureReport.remove(folder, "web");

        assertThat(folder.resolve("web")).doesNotExist();
    }

    @Test
    void a_name_does_not_lead_out_of_the_folder() {
        Path written = FailureReport.of(failure, evidence("../../web")).write(folder, CONSOLE, new Redaction());

        assertThat(written.getParent()).isEqualTo(folder);
        assertThat(written).exists();
    }

    private static Evidence evidence(String name) {
        Server server = Examples.server(
                "s1",
                name,
                "ERROR",
                Optional.of(new Server.Fault(Optional.of(500), "No valid host was found.", Optional.empty())));
        InstanceAction create = new InstanceAction("create", "req-1", Instant.EPOCH, Optional.of("Error"), List.of());
        return new Evidence(Examples.plan(name), Optional.of(server), CONSOLE, List.of(create), quota());
    }

    private static Quota quota() {
        return new Quota(
                List.of(new Quota.Row("instances", Optional.of(1), 1, Optional.of(20), true, Optional.of(18))));
    }
}
