package io.github.openstackmaven.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.openstackmaven.output.KeyFile;
import io.github.openstackmaven.plan.EphemeralKeyPair;
import io.github.openstackmaven.ssh.SshException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the server under test runs commands in a POSIX shell")
class MinaSshTest {
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final Ssh ssh = new MinaSsh();
    private final List<String> output = new ArrayList<>();
    private Path home;
    private Path key;
    private ServerUnderTest server;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        home = Files.createDirectory(folder.resolve("home"));
        key = folder.resolve("key");
        new KeyFile(key).write(EphemeralKeyPair.generate("test").privateKey());
        server = new ServerUnderTest(home, ServerUnderTest.publicKey(key));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_command_s_output_comes_line_by_line_with_its_exit_code() {
        try (SshConnection connection = connect()) {
            assertThat(run(connection, "echo one; printf 'two\\r\\nthr\\303\\251\\145'; exit 3"))
                    .isEqualTo(3);
            assertThat(output).containsExactly("one", "two", "thrée");
        }
    }

    @Test
    void errors_are_among_the_output() {
        try (SshConnection connection = connect()) {
            assertThat(run(connection, "echo wrong >&2")).isZero();
            assertThat(output).containsExactly("wrong");
        }
    }

    @Test
    void a_command_that_reads_finds_nothing_to_read() {
        try (SshConnection connection = connect()) {
            assertThat(run(connection, "cat; echo done")).isZero();
            assertThat(output).containsExactly("done");
        }
    }

    @Test
    void a_command_that_takes_too_long_is_told_with_its_text() {
        try (SshConnection connection = connect()) {
            SshException e = catchThrowableOfType(
                    SshException.class,
                    () -> connection.run(
                            ShellCommand.of("sleep 600"), Duration.ofMillis(100), output::add, () -> false));

            assertThat(e.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(e)
                    .hasMessageStartingWith("'sleep 600' on tester@127.0.0.1:")
                    .hasMessageContaining("did not end");
        }
    }

    @Test
    void a_command_nobody_waits_for_any_more_is_left() {
        try (SshConnection connection = connect()) {
            assertThat(reason(() -> connection.run(ShellCommand.of("sleep 600"), ENOUGH, output::add, () -> true)))
                    .isEqualTo(Reason.INTERRUPTED);
        }
    }

    @Test
    void an_interrupt_ends_a_command() {
        try (SshConnection connection = connect()) {
            Thread caller = Thread.currentThread();
            assertThat(reason(() -> connection.run(
                            ShellCommand.of("echo started; sleep 600"),
                            ENOUGH,
                            line -> caller.interrupt(),
                            () -> false)))
                    .isEqualTo(Reason.INTERRUPTED);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_server_that_ends_while_a_command_runs_is_told() {
        try (SshConnection connection = connect()) {
            assertThat(reason(() -> connection.run(
                            ShellCommand.of("echo started; sleep 600"), ENOUGH, line -> server.close(), () -> false)))
                    .isEqualTo(Reason.LOST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "EC", "RSA"})
    void keys_of_any_kind_are_taken(String algorithm) throws IOException, GeneralSecurityException {
        Path other = TestKeys.generate(folder.resolve("other"), algorithm);

        assertThatItLetsIn(other);
    }

    @Test
    void a_key_that_ssh_keygen_made_is_taken() throws IOException, GeneralSecurityException {
        assertThatItLetsIn(TestKeys.ed25519(folder.resolve("other")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void host_keys_of_any_kind_are_taken(String algorithm) throws IOException, GeneralSecurityException {
        server.close();
        server = new ServerUnderTest(
                home,
                ServerUnderTest.publicKey(key),
                KeyPairGenerator.getInstance(algorithm).generateKeyPair(),
                0);

        try (SshConnection connection = connect()) {
            assertThat(connection.hostKey()).isEqualTo(server.hostKey());
        }
    }

    @Test
    void a_wrong_key_is_refused_and_told_with_its_file() throws IOException {
        Path wrong = TestKeys.ed25519(folder.resolve("wrong"));

        SshException e = refused(server.target(wrong), HostKeys.of(KnownHosts.none()));

        assertThat(e.reason()).isEqualTo(Reason.AUTH_REFUSED);
        assertThat(e).hasMessage("tester@127.0.0.1:" + server.port() + " refused the key " + wrong);
        assertThat(e.advice()).contains("keypair", "user");
    }

    @Test
    void a_key_that_was_refused_is_taken_by_the_same_connection_once_it_is_there() throws Exception {
        server.authorize(ServerUnderTest.publicKey(TestKeys.ed25519(folder.resolve("other"))));
        try (SshLogin login = begin()) {
            assertThat(reason(() -> login.enter(ENOUGH))).isEqualTo(Reason.AUTH_REFUSED);
            assertThat(reason(() -> login.enter(ENOUGH))).isEqualTo(Reason.AUTH_REFUSED);
            assertThat(login.isOpen()).isTrue();

            server.authorize(ServerUnderTest.publicKey(key));
            try (SshConnection connection = login.enter(ENOUGH)) {
                assertThat(run(connection, "true")).isZero();
                assertThat(server.sessions()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_server_that_has_refused_often_enough_hangs_up() throws Exception {
        server.authorize(ServerUnderTest.publicKey(TestKeys.ed25519(folder.resolve("other"))));
        server.bears(3);
        try (SshLogin login = begin()) {
            await().until(() -> {
                assertThat(reason(() -> login.enter(ENOUGH))).isIn(Reason.AUTH_REFUSED, Reason.LOST);
                return !login.isOpen();
            });
        }
    }

    @Test
    void one_that_says_why_it_hangs_up_is_told_with_its_words() {
        server.hangsUp("\"System is booting up.\"\r\n\u001b[31mCome back later.\r\n");

        SshException e = refused(server.target(key), HostKeys.of(KnownHosts.none()));

        assertThat(e.reason()).isEqualTo(Reason.LOST);
        assertThat(e).hasMessageEndingWith(": it says '\"System is booting up.\" [31mCome back later.', and hangs up");
        assertThat(e.advice()).contains("has booted");
    }

    private SshLogin begin() {
        return ssh.begin(server.target(key), HostKeys.of(KnownHosts.none()), ENOUGH);
    }

    @Test
    void a_wrong_user_is_refused_likewise() {
        SshTarget wrong = new SshTarget("127.0.0.1", server.port(), "root", key);

        SshException e = refused(wrong, HostKeys.of(KnownHosts.none()));

        assertThat(e.reason()).isEqualTo(Reason.AUTH_REFUSED);
        assertThat(e).hasMessageStartingWith("root@127.0.0.1:");
    }

    @Test
    void a_port_where_nothing_listens_is_told_as_refused() {
        server.close();

        SshException e = refused(server.target(key), HostKeys.of(KnownHosts.none()));

        assertThat(e.reason()).isEqualTo(Reason.REFUSED);
        assertThat(e).hasMessage("127.0.0.1 refused the connection to port " + server.port());
    }

    @Test
    void what_never_says_a_word_is_told_as_unreachable() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SshTarget target = new SshTarget("127.0.0.1", mute.getLocalPort(), "tester", key);

            SshException e = catchThrowableOfType(
                    SshException.class,
                    () -> ssh.connect(target, HostKeys.of(KnownHosts.none()), Duration.ofMillis(200))
                            .close());

            assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(e.advice()).contains("security group");
        }
    }

    @Test
    void an_address_that_no_machine_has_is_told_as_such() {
        IOException cause = new IOException(new NoRouteToHostException("No route to host"));

        SshException e = new SshFailure(server.target(key)).connecting(cause, ENOUGH);

        assertThat(e.reason()).isEqualTo(Reason.NO_ROUTE);
        assertThat(e).hasMessageEndingWith(": no machine is at that address (No route to host)");
    }

    @Test
    void an_unknown_host_is_told_as_unreachable() {
        SshException e =
                refused(new SshTarget("no-such-host.invalid", 22, "tester", key), HostKeys.of(KnownHosts.none()));

        assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(e).hasMessage("Cannot reach tester@no-such-host.invalid: the host name is unknown");
    }

    @Test
    void a_file_that_is_no_key_is_told_before_anything_is_sent() throws IOException, GeneralSecurityException {
        Path noKey = Files.writeString(folder.resolve("no-key"), "top secret");

        SshException e = refused(server.target(noKey), HostKeys.of(KnownHosts.none()));

        assertThat(e.reason()).isEqualTo(Reason.KEY_UNUSABLE);
        assertThat(e).hasMessage("No usable private key in " + noKey).hasNoCause();
        assertThat(refused(server.target(folder.resolve("absent")), HostKeys.of(KnownHosts.none())))
                .hasMessageStartingWith("Cannot read key ");
        assertThat(refused(
                                server.target(TestKeys.encrypted(folder.resolve("encrypted"))),
                                HostKeys.of(KnownHosts.none()))
                        .advice())
                .contains("not encrypted");
    }

    @Test
    void the_key_a_server_shows_is_known_from_then_on() {
        SshTarget target = server.target(key);
        HostKeys first = HostKeys.of(KnownHosts.none());
        try (SshConnection connection = ssh.connect(target, first, ENOUGH)) {
            assertThat(connection.hostKey()).isEqualTo(server.hostKey());
            ssh.connect(target, first.pinned(target, connection.hostKey()), ENOUGH)
                    .close();
        }
    }

    @Test
    void another_host_key_than_the_known_one_is_told_with_both_fingerprints()
            throws IOException, GeneralSecurityException {
        HostKeys known = HostKeys.of(KnownHosts.none()).pinned(server.target(key), server.hostKey());
        HostKey old = server.hostKey();
        server.close();
        server = new ServerUnderTest(
                home,
                ServerUnderTest.publicKey(key),
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair(),
                server.port());

        SshException e = refused(server.target(key), known);

        assertThat(e.reason()).isEqualTo(Reason.HOST_KEY_CHANGED);
        assertThat(e)
                .hasMessageStartingWith("Host key changed: tester@127.0.0.1:")
                .hasMessageContaining(old.fingerprint())
                .hasMessageContaining(server.hostKey().fingerprint());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_server_with_several_host_keys_is_asked_for_the_kind_it_is_known_by(int kind)
            throws IOException, GeneralSecurityException {
        List<KeyPair> keys = showSeveralHostKeys();
        HostKey known = ServerUnderTest.hostKey(keys.get(kind));
        SshTarget target = server.target(key);

        try (SshConnection connection =
                ssh.connect(target, HostKeys.of(KnownHosts.none()).pinned(target, known), ENOUGH)) {
            assertThat(connection.hostKey()).isEqualTo(known);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void one_whose_console_shows_a_single_kind_is_asked_for_that_in_another_connection(int kind)
            throws IOException, GeneralSecurityException {
        HostKey printed = ServerUnderTest.hostKey(showSeveralHostKeys().get(kind));

        try (SshConnection connection = ssh.connect(server.target(key), onConsole(printed), ENOUGH)) {
            assertThat(connection.hostKey()).isEqualTo(printed);
        }
    }

    @Test
    void the_kind_that_the_console_shows_is_compared_though_another_was_seen_before()
            throws IOException, GeneralSecurityException {
        List<KeyPair> keys = showSeveralHostKeys();
        HostKey other =
                ServerUnderTest.hostKey(KeyPairGenerator.getInstance("RSA").generateKeyPair());
        HostKeys expected = onConsole(other).pinned(server.target(key), ServerUnderTest.hostKey(keys.get(0)));

        assertThat(refused(server.target(key), expected))
                .hasMessageStartingWith("Host key changed: tester@127.0.0.1:")
                .hasMessageContaining("shows ssh-rsa SHA256:");
    }

    @Test
    void a_server_that_has_no_key_of_the_kinds_it_is_known_by_is_another() {
        HostKeys expected = HostKeys.of(KnownHosts.none()).pinned(server.target(key), HostKeysUnderTest.ecdsa(1));

        SshException e = refused(server.target(key), expected);

        assertThat(e.reason()).isEqualTo(Reason.HOST_KEY_CHANGED);
        assertThat(e).hasMessageEndingWith("shows no key of the kinds it is known by (ecdsa-sha2-nistp256)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Not allowed at this time\r\n"})
    void one_that_hangs_up_before_it_says_what_it_is_is_told_as_such(String said) throws IOException {
        try (ServerSocket curt = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> {
                try (Socket client = curt.accept()) {
                    client.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            server.start();

            SshException e = refused(
                    new SshTarget("127.0.0.1", curt.getLocalPort(), "tester", key), HostKeys.of(KnownHosts.none()));

            assertThat(e.reason()).isEqualTo(Reason.HUNG_UP);
            assertThat(e.advice()).contains("PerSourcePenalties");
        }
    }

    @Test
    void files_and_folders_go_there_and_come_back_with_their_permissions() throws IOException {
        Path source = folder.resolve("app");
        Files.createDirectories(source.resolve("bin"));
        Files.writeString(source.resolve("readme"), "text");
        Path script = Files.writeString(source.resolve("bin/run"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
        try (SshConnection connection = connect()) {
            upload(connection, source, "opt/made/");
            upload(connection, source.resolve("readme"), "notes.txt");
            download(connection, "opt/made/app", folder.resolve("back/again"));
            download(connection, "~/notes.txt", folder);
        }

        assertThat(home.resolve("notes.txt")).hasContent("text");
        assertThat(home.resolve("opt/made/app/readme")).hasContent("text");
        assertThat(folder.resolve("back/again/readme")).hasContent("text");
        assertThat(folder.resolve("notes.txt")).hasContent("text");
        for (Path copy : List.of(home.resolve("opt/made/app/bin/run"), folder.resolve("back/again/bin/run"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rwxr-x---");
        }
    }

    @Test
    void a_folder_that_was_there_keeps_its_permissions_and_a_read_only_one_gets_its_contents() throws IOException {
        Path source = folder.resolve("app");
        Files.createDirectories(source.resolve("sealed"));
        Files.writeString(source.resolve("sealed/readme"), "text");
        Files.setPosixFilePermissions(source.resolve("sealed"), PosixFilePermissions.fromString("r-xr-x---"));
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path there = Files.createDirectory(home.resolve("app"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwx------"));
        try (SshConnection connection = connect()) {
            upload(connection, source, "app");
        }

        assertThat(there.resolve("sealed/readme")).hasContent("text");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there.resolve("sealed"))))
                .isEqualTo("r-xr-x---");
    }

    @Test
    void a_folder_that_is_fetched_again_comes_to_the_same_place() throws IOException {
        Files.writeString(Files.createDirectory(home.resolve("logs")).resolve("app.log"), "first");
        try (SshConnection connection = connect()) {
            download(connection, "logs", folder.resolve("back"));
            Files.writeString(home.resolve("logs/app.log"), "second");
            download(connection, "logs", folder.resolve("back"));
        }

        assertThat(folder.resolve("back/app.log")).hasContent("second");
        assertThat(folder.resolve("back/logs")).doesNotExist();
    }

    @Test
    void of_a_file_that_may_be_large_the_end_is_fetched() throws IOException {
        Files.writeString(home.resolve("app.log"), "first\nlast\n");
        try (SshConnection connection = connect()) {
            connection.downloadEnd("app.log", 5, folder.resolve("logs/end"));
            connection.downloadEnd("~/app.log", 1000, folder.resolve("logs/whole"));
            assertThatThrownBy(() -> connection.downloadEnd("absent", 5, folder.resolve("x")))
                    .hasMessageContaining("No such file");
        }

        assertThat(folder.resolve("logs/end")).hasContent("last");
        assertThat(folder.resolve("logs/whole")).hasContent("first\nlast\n");
    }

    @Test
    void files_that_are_not_there_are_told_with_both_ends() {
        try (SshConnection connection = connect()) {
            assertThatThrownBy(() -> upload(connection, folder.resolve("absent"), "x"))
                    .hasMessageStartingWith("Cannot upload " + folder.resolve("absent") + " to x on tester@127.0.0.1:")
                    .hasMessageContaining("no such file");
            assertThatThrownBy(() -> download(connection, "absent", folder.resolve("x")))
                    .hasMessageStartingWith("Cannot download absent to " + folder.resolve("x") + " on tester@");
        }
    }

    private List<KeyPair> showSeveralHostKeys() throws IOException, GeneralSecurityException {
        List<KeyPair> keys = new ArrayList<>();
        for (String algorithm : List.of("Ed25519", "EC", "RSA")) {
            keys.add(KeyPairGenerator.getInstance(algorithm).generateKeyPair());
        }
        server.close();
        server = new ServerUnderTest(home, ServerUnderTest.publicKey(key), keys, 0);
        return keys;
    }

    private static HostKeys onConsole(HostKey printed) {
        return new HostKeys(
                () -> "-----BEGIN SSH HOST KEY KEYS-----\n" + printed + "\n-----END SSH HOST KEY KEYS-----\n",
                KnownHosts.none());
    }

    private void assertThatItLetsIn(Path keyFile) throws IOException, GeneralSecurityException {
        server.close();
        server = new ServerUnderTest(home, ServerUnderTest.publicKey(keyFile));
        key = keyFile;
        try (SshConnection connection = connect()) {
            assertThat(run(connection, "true")).isZero();
        }
    }

    private SshConnection connect() {
        return ssh.connect(server.target(key), HostKeys.of(KnownHosts.none()), ENOUGH);
    }

    private int run(SshConnection connection, String command) {
        return connection.run(ShellCommand.of(command), ENOUGH, output::add, () -> false);
    }

    private static void upload(SshConnection connection, Path local, String remote) {
        connection.upload(local, remote, ENOUGH, () -> false);
    }

    private static void download(SshConnection connection, String remote, Path local) {
        connection.download(remote, local, ENOUGH, () -> false);
    }

    private SshException refused(SshTarget target, HostKeys hostKeys) {
        return catchThrowableOfType(
                SshException.class, () -> ssh.connect(target, hostKeys, ENOUGH).close());
    }

    private static Reason reason(Runnable call) {
        return catchThrowableOfType(SshException.class, call::run).reason();
    }
}
