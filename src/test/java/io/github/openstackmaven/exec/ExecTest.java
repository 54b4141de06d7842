package io.github.openstackmaven.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.KnownHosts;
import io.github.openstackmaven.ssh.MinaSsh;
import io.github.openstackmaven.ssh.ServerUnderTest;
import io.github.openstackmaven.ssh.SshException;
import io.github.openstackmaven.ssh.SshTarget;
import io.github.openstackmaven.ssh.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the server under test runs commands in a POSIX shell")
class ExecTest {
    private static final ExecOptions STRICT = new ExecOptions(Map.of(), Duration.ofMinutes(1), true);

    @TempDir
    Path folder;

    private final List<String> output = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private Path home;
    private Path key;
    private ServerUnderTest server;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        home = Files.createDirectory(folder.resolve("home"));
        key = TestKeys.ed25519(folder.resolve("key"));
        server = new ServerUnderTest(home, ServerUnderTest.publicKey(key));
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
        server.close();
    }

    @Test
    void files_go_there_steps_run_and_files_come_back() throws IOException {
        Path input = Files.writeString(folder.resolve("input.txt"), "hello");
        Job job = new Job(
                "web",
                server.target(key),
                unknown(),
                List.of(new Job.Upload(input, "data/")),
                List.of(
                        new Step.Command("tr a-z A-Z < data/input.txt > data/output.txt"),
                        new Step.Command("echo made")),
                List.of(new Job.Download("data", folder.resolve("back"))));

        List<ExecResult> results = run(STRICT, job);

        assertThat(results).containsExactly(new ExecResult("web", List.of(0, 0)));
        assertThat(output).containsExactly("[web] made");
        assertThat(folder.resolve("back/output.txt")).hasContent("HELLO");
    }

    @Test
    void a_script_is_brought_run_with_its_arguments_and_removed() throws IOException {
        Path script = Files.writeString(folder.resolve("script.sh"), "#!/bin/sh\necho \"$1|$2\"; exit 7\n");

        ExecException e = catchThrowableOfType(
                ExecException.class, () -> run(STRICT, job(new Step.Script(script, List.of("it's", "$HOME")))));

        assertThat(output).containsExactly("[web] it's|$HOME");
        assertThat(e).hasMessage("'" + script + "' on server 'web' exited with 7");
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void an_exit_code_fails_with_server_step_and_last_lines_and_later_steps_do_not_run() {
        ExecException e = catchThrowableOfType(
                ExecException.class,
                () -> run(STRICT, job(new Step.Command("echo why >&2; exit 3"), new Step.Command("echo never"))));

        assertThat(e).hasMessage("'echo why >&2; exit 3' on server 'web' exited with 3");
        assertThat(e.advice()).startsWith("Its last lines:").endsWith("why");
        assertThat(e.server()).isEqualTo("web");
        assertThat(e.exitCode()).isEqualTo(3);
        assertThat(output).containsExactly("[web] why");
    }

    @Test
    void files_are_fetched_after_a_failed_step_too() {
        Job job = new Job(
                "web",
                server.target(key),
                unknown(),
                List.of(),
                List.of(new Step.Command("echo reason > log; false")),
                List.of(new Job.Download("absent", folder), new Job.Download("log", folder)));

        assertThatThrownBy(() -> run(STRICT, job))
                .isInstanceOf(ExecException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(folder.resolve("log")).hasContent("reason");
        assertThat(output).singleElement().asString().startsWith("[web] not fetched: Cannot download absent ");
    }

    @Test
    void whatever_is_wrong_with_a_file_after_a_failed_step_it_is_the_step_that_is_told() {
        server.files(new SftpFileSystemAccessor() {
            @Override
            public void putRemoteFileName(
                    SftpSubsystemProxy subsystem, Path path, Buffer answer, String name, boolean shortName) {
                answer.putString(shortName ? name.replace('_', '\0') : name);
            }
        });
        Job job = new Job(
                "web",
                server.target(key),
                unknown(),
                List.of(),
                List.of(new Step.Command("mkdir logs; echo odd > logs/a_b; echo reason > logs/log; exit 7")),
                List.of(new Job.Download("logs", folder.resolve("back"))));

        ExecException e = catchThrowableOfType(ExecException.class, () -> run(STRICT, job));

        assertThat(e.exitCode()).isEqualTo(7);
        assertThat(e.getSuppressed()).hasSize(1);
        assertThat(folder.resolve("back/log")).hasContent("reason");
        assertThat(output).singleElement().asString().contains("not fetched: ", "is no name of a file");
    }

    @Test
    void files_that_can_t_be_had_keep_none_of_the_others() throws IOException {
        Files.writeString(home.resolve("log"), "all is well");
        Job job = new Job(
                "web",
                server.target(key),
                unknown(),
                List.of(),
                List.of(),
                List.of(new Job.Download("absent", folder), new Job.Download("log", folder)));

        assertThatThrownBy(() -> run(STRICT, job)).hasMessageStartingWith("Cannot download absent ");
        assertThat(folder.resolve("log")).hasContent("all is well");
    }

    @Test
    void exit_codes_may_be_let_pass() {
        ExecOptions lenient = new ExecOptions(Map.of(), Duration.ofMinutes(1), false);

        List<ExecResult> results = run(lenient, job(new Step.Command("exit 3"), new Step.Command("echo on")));

        assertThat(results).containsExactly(new ExecResult("web", List.of(3, 0)));
        assertThat(output).containsExactly("[web] 'exit 3' exited with 3", "[web] on");
    }

    @Test
    void variables_arrive_as_they_were_written() {
        ExecOptions options =
                new ExecOptions(Map.of("A", "it's $HOME `id`\nsecond", "B_2", ""), Duration.ofMinutes(1), true);

        run(options, job(new Step.Command("echo \"$A|$B_2|\"")));

        assertThat(output).containsExactly("[web] it's $HOME `id`", "[web] second||");
        assertThatThrownBy(() -> new ExecOptions(Map.of("A;id", ""), Duration.ofMinutes(1), true))
                .hasMessage("Malformed <environment>: 'A;id' is no name of a variable");
    }

    @Test
    void a_step_that_takes_too_long_fails() {
        ExecOptions hasty = new ExecOptions(Map.of(), Duration.ofMillis(100), true);

        assertThatThrownBy(() -> run(hasty, job(new Step.Command("sleep 600"))))
                .isInstanceOf(SshException.class)
                .hasMessageStartingWith("'sleep 600' on tester@127.0.0.1:")
                .hasMessageContaining("did not end within");
    }

    @Test
    void a_step_that_is_not_wanted_any_more_is_not_waited_for() {
        AtomicBoolean abandoned = new AtomicBoolean();
        ExecOptions patient = new ExecOptions(Map.of(), () -> Duration.ofHours(1), abandoned::get, true);

        assertThatThrownBy(() -> new Exec(new MinaSsh(), line -> abandoned.set(true), executor, patient)
                        .run(List.of(job(new Step.Command("echo on; sleep 600")))))
                .isInstanceOf(SshException.class);
    }

    @Test
    void each_step_has_the_time_that_is_left_then() {
        Deque<Duration> left = new ArrayDeque<>(List.of(Duration.ofMinutes(1), Duration.ofMillis(100)));
        ExecOptions hasty = new ExecOptions(Map.of(), left::remove, () -> false, true);

        assertThatThrownBy(() -> run(hasty, job(new Step.Command("echo on"), new Step.Command("sleep 600"))))
                .hasMessageStartingWith("'sleep 600' on ");
        assertThat(output).containsExactly("[web] on");
    }

    @Test
    void a_step_that_takes_too_long_is_told_without_the_variables_that_it_found() {
        ExecOptions hasty = new ExecOptions(Map.of("DB_PASSWORD", "s3cret"), Duration.ofMillis(100), true);

        assertThatThrownBy(() -> run(hasty, job(new Step.Command("sleep 600"))))
                .hasMessageStartingWith("'sleep 600' on ")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cret"));
    }

    @Test
    void what_fails_on_one_server_does_not_end_the_work_on_the_others() {
        Job good = job(new Step.Command("echo fine"));
        Job bad = new Job(
                "db",
                new SshTarget("127.0.0.1", server.port(), "nobody", key),
                unknown(),
                List.of(),
                List.of(new Step.Command("echo never")),
                List.of());
        Job worse = new Job(
                "cache", bad.target(), unknown(), List.of(), List.of(new Step.Command("echo never")), List.of());

        OpenStackException e = catchThrowableOfType(OpenStackException.class, () -> run(STRICT, bad, good, worse));

        assertThat(e).hasMessageStartingWith("nobody@127.0.0.1:").hasMessageContaining("refused the key");
        assertThat(e.getSuppressed()).hasSize(1);
        assertThat(output)
                .hasSize(3)
                .contains("[web] fine")
                .anyMatch(line -> line.matches("\\[db] failed: nobody@127\\.0\\.0\\.1:\\d+ refused the key .*"))
                .anyMatch(line -> line.matches("\\[cache] failed: nobody@127\\.0\\.0\\.1:\\d+ refused the key .*"));
    }

    @Test
    void an_interrupt_ends_all() {
        Thread caller = Thread.currentThread();
        Exec exec = new Exec(new MinaSsh(), line -> caller.interrupt(), executor, STRICT);

        assertThatThrownBy(() -> exec.run(List.of(job(new Step.Command("echo started; sleep 600")))))
                .hasMessage("Interrupted while commands ran");
        assertThat(Thread.interrupted()).isTrue();
    }

    private List<ExecResult> run(ExecOptions options, Job... jobs) {
        return new Exec(new MinaSsh(), output::add, executor, options).run(List.of(jobs));
    }

    private Job job(Step... steps) {
        return new Job("web", server.target(key), unknown(), List.of(), List.of(steps), List.of());
    }

    private static HostKeys unknown() {
        return HostKeys.of(KnownHosts.none());
    }
}
