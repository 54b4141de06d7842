package io.github.openstackmaven.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.exec.Exec;
import io.github.openstackmaven.exec.ExecException;
import io.github.openstackmaven.exec.ExecOptions;
import io.github.openstackmaven.exec.Job;
import io.github.openstackmaven.exec.Step;
import io.github.openstackmaven.plan.EphemeralKeyPair;
import io.github.openstackmaven.simulator.Machine;
import io.github.openstackmaven.simulator.Resident;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.KnownHosts;
import io.github.openstackmaven.ssh.MinaSsh;
import io.github.openstackmaven.ssh.ShellCommand;
import io.github.openstackmaven.ssh.SshConnection;
import io.github.openstackmaven.ssh.SshException;
import io.github.openstackmaven.ssh.SshTarget;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated machines that answer, and never more than that. */
class GuestsTest {
    private static final String IP = "127.20.0.2";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Resident> cloud = new HashMap<>();
    private final SteppedTime time = new SteppedTime();
    private final Guests guests = new Guests(
            address -> cloud.getOrDefault(address, new Resident(Resident.State.NOBODY, Optional.empty())), time::now);
    private final EphemeralKeyPair key = EphemeralKeyPair.generate("test");

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("key"), key.privateKey().reveal());
        runs("1", Optional.of(key.publicKey()));
    }

    @AfterEach
    void stop() {
        guests.close();
    }

    private void runs(String id, Optional<String> publicKey) {
        Machine machine = new Machine(id, "web", "debian", publicKey, 200, true);
        cloud.put(IP, new Resident(Resident.State.UP, Optional.of(machine)));
    }

    @Test
    void another_port_than_ssh_and_page_refuses_whatever_this_machine_listens_on_there() {
        assertThatThrownBy(() -> guests.of(IP, 8080)).isInstanceOf(ConnectException.class);
    }

    @Test
    void an_address_that_no_machine_has_leads_nowhere_and_that_of_another_place_stays() throws Exception {
        assertThatThrownBy(() -> guests.of("127.20.0.77", 22)).isInstanceOf(NoRouteToHostException.class);

        cloud.put("localhost", new Resident(Resident.State.ELSEWHERE, Optional.empty()));
        assertThat(guests.instead("localhost", 22)).isEmpty();
    }

    @Test
    void a_guest_that_has_gone_takes_its_ports_and_files_with_it() throws Exception {
        InetSocketAddress before = guests.of(IP, 22);
        assertThat(said("echo here > left")).isEmpty();

        runs("2", Optional.of(key.publicKey()));
        assertThat(said("test -e left || echo gone")).containsExactly("gone");
        assertThatThrownBy(() -> new Socket(before.getAddress(), before.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void a_guest_that_is_switched_off_has_its_files_and_keys_when_it_is_on_again() throws Exception {
        assertThat(said("echo here > left")).isEmpty();
        InetSocketAddress before = guests.of(IP, 22);
        Resident on = Objects.requireNonNull(cloud.get(IP));

        cloud.put(IP, new Resident(Resident.State.OFF, on.machine()));
        assertThatThrownBy(() -> guests.of(IP, 22)).isInstanceOf(NoRouteToHostException.class);
        anotherGuestIsAskedFor();
        cloud.put(IP, on);

        assertThat(said("cat left")).containsExactly("here");
        assertThat(guests.of(IP, 22)).isEqualTo(before);
    }

    private void anotherGuestIsAskedFor() throws Exception {
        Machine other = new Machine("other", "db", "debian", Optional.empty(), 200, true);
        cloud.put("127.20.0.3", new Resident(Resident.State.UP, Optional.of(other)));
        guests.of("127.20.0.3", 80);
    }

    @Test
    void its_own_key_opens_it_and_no_other() throws Exception {
        assertThat(said("whoami")).containsExactly("debian");

        runs("2", Optional.of(EphemeralKeyPair.generate("another").publicKey()));
        assertThatThrownBy(() -> said("whoami"))
                .isInstanceOfSatisfying(
                        SshException.class, e -> assertThat(e.reason()).isEqualTo(SshException.Reason.AUTH_REFUSED));
    }

    @Test
    void who_is_refused_too_often_is_shut_out_for_a_while() {
        runs("2", Optional.of(EphemeralKeyPair.generate("another").publicKey()));

        await().until(() -> reason() == SshException.Reason.HUNG_UP);
        time.sleep(Duration.ofMinutes(11));

        assertThat(reason()).isEqualTo(SshException.Reason.AUTH_REFUSED);
    }

    private SshException.Reason reason() {
        return catchThrowableOfType(SshException.class, this::connect).reason();
    }

    @Test
    void it_answers_what_its_table_has() {
        assertThat(said("test -w /tmp && true && echo ok")).containsExactly("ok");
        assertThat(said("uname -a")).hasSize(1).first().asString().startsWith("Linux web ");
        assertThat(said("cloud-init status --wait")).containsExactly("status: done");
        assertThat(said("systemctl is-active nginx; echo $?")).containsExactly("active", "0");
        assertThat(said("export A='b c'\necho \"$A\" | wc -w | tr -d ' '")).containsExactly("2");
        assertThat(said("cd /tmp; echo x > a; echo y >> a; cat a < a; cat /tmp/a"))
                .containsExactly("x", "y", "x", "y");
        assertThat(said("false || echo \"$(echo in): ${USER}\" # not this")).containsExactly("in: debian");
    }

    @Test
    void a_script_means_what_it_means_to_any_shell() {
        assertThat(said("echo a 1>/tmp/f; echo b 1>>/tmp/f; cat /tmp/f")).containsExactly("a", "b");
        assertThat(said("cat /tmp/f |\n wc -l | tr -d ' '")).containsExactly("2");
        assertThat(said("set -e; set +e; false; echo on")).containsExactly("on");
    }

    @Test
    void what_is_done_for_its_output_changes_nothing_else() {
        assertThat(said("A=1; B=$(A=2; cd /tmp; echo $A); echo $A $B $(pwd)")).containsExactly("1 2 /");
        assertThat(said("A=$(echo in; exit 3); echo $? $A")).containsExactly("3 in");
        assertThat(code("set -e; A=$(false); echo never")).isEqualTo(1);
        assertThat(said("echo \"$(echo \"$(echo deep)\")\"")).containsExactly("deep");
        assertThat(code("echo a > /tmp/half; echo $(for i in 1; do echo $i; done)"))
                .isEqualTo(2);
        assertThat(said("test -e /tmp/half || echo nothing")).containsExactly("nothing");
    }

    @Test
    void a_command_that_a_guest_can_not_run_ends_all_the_same() {
        assertThat(code("echo $99999999999")).isEqualTo(2);
        assertThat(said("echo $99999999999")).first().asString().startsWith("sh: ");
    }

    @Test
    void what_it_does_not_have_is_not_found_and_what_it_does_not_understand_is_not_begun() {
        assertThat(code("apt-get install nginx")).isEqualTo(127);
        assertThat(said("apt-get update"))
                .containsExactly("sh: apt-get: command not found (a simulated guest has only a few)");
        assertThat(code("echo a > /tmp/half; for i in 1 2; do echo $i; done")).isEqualTo(2);
        assertThat(said("test -e /tmp/half || echo nothing")).containsExactly("nothing");
        assertThat(code("exit 7")).isEqualTo(7);
    }

    @Test
    void nothing_of_this_machine_is_seen_or_run() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "ours");

        assertThat(code("cat " + secret)).isEqualTo(1);
        assertThat(code("cat ../../../../../.." + secret)).isEqualTo(1);
        assertThat(code("/bin/sh -c 'exit 0'")).isEqualTo(127);
        assertThat(code("`touch " + secret + "x`")).isEqualTo(2);
        assertThat(said("echo theirs > " + "/secret; cat /secret")).containsExactly("theirs");
        assertThat(secret).hasContent("ours");
    }

    @Test
    void files_come_and_go_and_a_script_of_known_commands_runs() throws Exception {
        Files.writeString(folder.resolve("words.txt"), "never outliving the build\n");
        Path script = Files.writeString(folder.resolve("count.sh"), """
                #!/bin/sh
                set -eu
                wc -w < "$1/words.txt" | tr -d ' ' > "$1/count.txt"
                echo "$GREETING: $(cat "$1/count.txt") words"
                """);

        assertThat(run(job(
                        List.of(new Job.Upload(folder.resolve("words.txt"), "/tmp/work/")),
                        List.of(new Step.Script(script, List.of("/tmp/work"))),
                        List.of(new Job.Download("/tmp/work/count.txt", folder.resolve("home/count.txt"))))))
                .containsExactly("[web] counted: 4 words");
        assertThat(folder.resolve("home/count.txt")).hasContent("4");
        assertThat(said("ls /")).containsExactly("dev", "tmp", "var");
    }

    @Test
    void a_script_that_fails_fails_the_job() throws Exception {
        Path script = Files.writeString(folder.resolve("fails.sh"), "set -e\nfalse\necho never\n");

        assertThatThrownBy(() -> run(job(List.of(), List.of(new Step.Script(script, List.of())), List.of())))
                .isInstanceOfSatisfying(
                        ExecException.class, e -> assertThat(e.exitCode()).isEqualTo(1));
    }

    @Test
    void it_leaves_no_file_behind() throws Exception {
        assertThat(said("echo here > left")).isEmpty();
        Path all = guests.folder().orElseThrow();
        assertThat(all).isDirectoryRecursivelyContaining("glob:**/left");

        guests.close();

        assertThat(all).doesNotExist();
        assertThatCode(guests::close).doesNotThrowAnyException();
    }

    private Job job(List<Job.Upload> uploads, List<Step> steps, List<Job.Download> downloads) {
        return new Job("web", target(), HostKeys.of(KnownHosts.none()), uploads, steps, downloads);
    }

    private List<String> run(Job job) {
        List<String> output = new CopyOnWriteArrayList<>();
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            new Exec(
                            new MinaSsh(guests),
                            output::add,
                            executor,
                            new ExecOptions(Map.of("GREETING", "counted"), PATIENCE, true))
                    .run(List.of(job));
            return output;
        } finally {
            executor.shutdown();
        }
    }

    private SshTarget target() {
        return new SshTarget(IP, 22, "debian", folder.resolve("key"));
    }

    private List<String> said(String command) {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (SshConnection connection = connect()) {
            connection.run(ShellCommand.of(command), PATIENCE, lines::add, () -> false);
        }
        return lines;
    }

    private int code(String command) {
        try (SshConnection connection = connect()) {
            return connection.run(ShellCommand.of(command), PATIENCE, line -> {}, () -> false);
        }
    }

    private SshConnection connect() {
        return new MinaSsh(guests).connect(target(), HostKeys.of(KnownHosts.none()), PATIENCE);
    }
}
