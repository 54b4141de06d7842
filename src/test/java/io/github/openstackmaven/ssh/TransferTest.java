package io.github.openstackmaven.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.ssh.SshException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and folders are brought and fetched, whatever oddities there are among them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has other files and permissions")
class TransferTest {
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Path home;
    private Path back;
    private Path key;
    private ServerUnderTest server;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        home = Files.createDirectory(folder.resolve("home"));
        back = folder.resolve("back");
        key = TestKeys.ed25519(folder.resolve("key"));
        server = new ServerUnderTest(home, ServerUnderTest.publicKey(key));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void what_can_t_be_had_of_a_folder_keeps_nothing_else_of_it_and_is_named() throws IOException {
        Path logs = Files.createDirectory(home.resolve("logs"));
        write(logs.resolve("a.log"), "a");
        Files.createSymbolicLink(logs.resolve("current.log"), Path.of("rotated.log"));
        write(Files.createDirectory(logs.resolve("secret")).resolve("x"), "x");
        write(Files.createDirectory(logs.resolve("sub")).resolve("z.log"), "z");
        server.files(denying(path -> path.endsWith("secret")));

        SshException e = refused(() -> download("logs"));

        assertThat(e.reason()).isEqualTo(Reason.FILE);
        assertThat(e)
                .hasMessageStartingWith("Cannot download logs to " + back + " on tester@127.0.0.1:")
                .hasMessageContaining(": not all of it came: ")
                .hasMessageContaining("logs/current.log (")
                .hasMessageContaining("logs/secret (");
        assertThat(back.resolve("a.log")).hasContent("a");
        assertThat(back.resolve("sub/z.log")).hasContent("z");
        assertThat(back.resolve("secret")).doesNotExist();
    }

    @Test
    void of_many_that_can_t_be_had_the_first_are_named() throws IOException {
        Path logs = Files.createDirectory(home.resolve("logs"));
        for (int number = 0; number < 30; number++) {
            Files.createSymbolicLink(logs.resolve(number + ".log"), Path.of("absent"));
        }

        assertThat(refused(() -> download("logs"))).hasMessageEndingWith(", and 25 more");
    }

    @Test
    void a_folder_that_can_t_be_read_itself_is_told_with_the_reason() throws IOException {
        Files.createDirectory(home.resolve("secret"));
        server.files(denying(path -> path.endsWith("secret")));

        assertThat(refused(() -> download("secret")).getMessage())
                .contains("Cannot download secret ")
                .doesNotContain("not all of it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "\0", ".."})
    void a_name_that_no_file_here_can_have_is_told_with_the_others(String odd) throws IOException {
        Path logs = Files.createDirectory(home.resolve("logs"));
        write(logs.resolve("odd"), "odd");
        write(logs.resolve("plain"), "plain");
        server.files(naming("odd", "o" + odd + "d/" + odd));

        SshException e = refused(() -> download("logs"));

        assertThat(e).hasMessageContaining("is no name of a file");
        assertThat(e.getMessage()).doesNotContain("\0");
        assertThat(back.resolve("plain")).hasContent("plain");
    }

    @Test
    void links_are_followed_but_none_that_leads_back() throws IOException {
        Path logs = Files.createDirectories(home.resolve("app/logs"));
        write(logs.resolve("a.log"), "a");
        write(Files.createDirectory(home.resolve("other")).resolve("b.log"), "b");
        Files.createSymbolicLink(logs.resolve("here"), Path.of("."));
        Files.createSymbolicLink(logs.resolve("up"), Path.of("..", "logs"));
        Files.createSymbolicLink(logs.resolve("other"), Path.of("../../other"));
        Files.createSymbolicLink(home.resolve("other/round"), Path.of("../app"));

        download("app");

        assertThat(back.resolve("logs/a.log")).hasContent("a");
        assertThat(back.resolve("logs/other/b.log")).hasContent("b");
        try (Stream<Path> all = Files.walk(back)) {
            assertThat(all.map(path -> back.relativize(path).toString()))
                    .containsExactlyInAnyOrder("", "logs", "logs/a.log", "logs/other", "logs/other/b.log");
        }
    }

    @Test
    void what_is_neither_a_file_nor_a_folder_is_not_fetched() throws Exception {
        Path logs = Files.createDirectory(home.resolve("logs"));
        write(logs.resolve("a.log"), "a");
        pipe(logs.resolve("pipe"));
        Files.createSymbolicLink(logs.resolve("link"), Path.of("pipe"));

        download("logs");

        assertThat(back.resolve("a.log")).hasContent("a");
        assertThat(back.resolve("pipe")).doesNotExist();
        assertThat(back.resolve("link")).doesNotExist();
        assertThat(refused(() -> download("logs/pipe"))).hasMessageEndingWith(": it is neither a file nor a folder");
        assertThat(refused(() -> {
                    try (SshConnection connection = connect()) {
                        connection.downloadEnd("logs/pipe", 10, back);
                    }
                }))
                .hasMessageEndingWith(": it is no file");
    }

    @Test
    void nor_is_it_brought_there() throws Exception {
        Path app = Files.createDirectory(folder.resolve("app"));
        write(app.resolve("a.jar"), "a");
        pipe(app.resolve("pipe"));

        upload(app, "app");

        assertThat(home.resolve("app/a.jar")).hasContent("a");
        assertThat(home.resolve("app/pipe")).doesNotExist();
        assertThat(refused(() -> upload(app.resolve("pipe"), "pipe")))
                .hasMessageContaining(": it is neither a file nor a folder");
    }

    @Test
    void a_file_that_is_replaced_stays_whole_for_who_has_opened_it() throws IOException {
        Path jar = write(home.resolve("app.jar"), "old");
        try (InputStream running = Files.newInputStream(jar)) {
            upload(write(folder.resolve("app.jar"), "new"), "app.jar");

            assertThat(running).hasContent("old");
        }
        assertThat(jar).hasContent("new");
        assertThatNothingIsBeside(jar);
    }

    @Test
    void it_is_where_the_server_can_t_rename_over_it_too() throws IOException {
        server.withoutExtensions();
        Path jar = write(home.resolve("app.jar"), "old");

        upload(write(folder.resolve("app.jar"), "new"), "app.jar");
        upload(write(folder.resolve("first.jar"), "first"), "first.jar");

        assertThat(jar).hasContent("new");
        assertThat(home.resolve("first.jar")).hasContent("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases/1.jar", "link"})
    void a_link_stays_and_what_it_leads_to_is_replaced(String target) throws IOException {
        Path release = write(Files.createDirectory(home.resolve("releases")).resolve("1.jar"), "old");
        Files.createSymbolicLink(home.resolve("link"), Path.of("releases/1.jar"));
        Path current = Files.createSymbolicLink(home.resolve("current.jar"), Path.of(target));
        try (InputStream running = Files.newInputStream(release)) {
            upload(write(folder.resolve("app.jar"), "new"), "current.jar");

            assertThat(running).hasContent("old");
        }
        assertThat(current).isSymbolicLink().hasContent("new");
        assertThat(release).isRegularFile().hasContent("new");
        assertThatNothingIsBeside(release);
    }

    @Test
    void a_link_that_leads_nowhere_leads_to_the_file_then() throws IOException {
        Path current = Files.createSymbolicLink(home.resolve("current.jar"), Path.of("1.jar"));

        upload(write(folder.resolve("app.jar"), "new"), "current.jar");

        assertThat(current).isSymbolicLink();
        assertThat(home.resolve("1.jar")).hasContent("new");
    }

    @Test
    void a_file_in_a_folder_that_takes_no_other_is_written_in_its_place() throws IOException {
        Path hosts = write(home.resolve("hosts"), "a longer one");
        server.files(denying(path -> path.getFileName().toString().startsWith(".openstack-")));

        upload(write(folder.resolve("hosts"), "new"), "hosts");

        assertThat(hosts).hasContent("new");
    }

    @Test
    void one_that_can_t_be_brought_whole_leaves_the_other_as_it_was() throws IOException {
        Path jar = write(home.resolve("app.jar"), "old");
        server.files(withoutPermissions());

        SshException e = refused(() -> upload(write(folder.resolve("app.jar"), "new"), "app.jar"));

        assertThat(e.reason()).isEqualTo(Reason.FILE);
        assertThat(jar).hasContent("old");
        assertThatNothingIsBeside(jar);
    }

    @Test
    void an_answer_from_far_away_is_waited_for() throws IOException {
        server.files(
                opening(path -> LockSupport.parkNanos(Duration.ofMillis(400).toNanos())));
        Path file = folder.resolve("app.jar");
        write(file, "bytes");

        upload(file, "app.jar");
        download("app.jar");

        assertThat(home.resolve("app.jar")).hasContent("bytes");
        assertThat(back).hasContent("bytes");
    }

    @Test
    void a_name_with_a_backslash_is_a_name_like_others() throws IOException {
        Path app = Files.createDirectory(folder.resolve("app"));
        write(Files.createDirectory(app.resolve("units")).resolve("dev-disk\\x2did.swap"), "swap");

        upload(app, "app");

        assertThat(home.resolve("app/units/dev-disk\\x2did.swap")).hasContent("swap");
    }

    @Test
    void what_is_wrong_on_this_machine_is_told_as_such() throws IOException {
        write(home.resolve("app.log"), "text");
        write(Files.createDirectory(back).resolve("inside"), "x");
        Path file = write(folder.resolve("file"), "x");
        try (SshConnection connection = connect()) {
            assertThat(refused(() -> connection.downloadEnd("app.log", 10, file.resolve("below"))))
                    .hasMessageEndingWith(": a file of that name is in the way (" + file + "), on this machine")
                    .satisfies(e -> assertThat(e.advice()).doesNotContain("tester"));
            assertThat(refused(() -> upload(folder.resolve("absent"), "x")))
                    .hasMessageEndingWith(": no such file or folder, on this machine");
        }
    }

    @Test
    void what_is_wrong_on_the_server_is_told_with_its_user() {
        assertThat(refused(() -> download("absent")).advice()).contains("tester");
    }

    @Test
    void a_transfer_that_takes_too_long_ends() throws IOException {
        write(home.resolve("slow"), "slow");
        CountDownLatch never = new CountDownLatch(1);
        server.files(stalling(never));
        try (SshConnection connection = connect()) {
            SshException late = refused(() -> download(connection, "slow", Duration.ofMillis(300), () -> false));
            SshException unwanted = refused(() -> download(connection, "slow", ENOUGH, () -> true));

            assertThat(late.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(late).hasMessageMatching("Cannot download slow to .* on tester@127\\.0\\.0\\.1:\\d+ within 0 s");
            assertThat(unwanted.reason()).isEqualTo(Reason.INTERRUPTED);
        } finally {
            never.countDown();
        }
    }

    @Test
    void so_does_one_that_nobody_waits_for_and_takes_back_what_it_began() throws IOException {
        Path jar = write(home.resolve("app.jar"), "old");
        Path update = write(folder.resolve("app.jar"), "new");
        CountDownLatch stalled = new CountDownLatch(1);
        server.files(stalling(stalled));
        try (SshConnection connection = connect()) {
            SshException unwanted = refused(() -> connection.upload(update, "app.jar", ENOUGH, () -> {
                stalled.countDown();
                return true;
            }));

            assertThat(unwanted.reason()).isEqualTo(Reason.INTERRUPTED);
            assertThat(jar).hasContent("old");
            assertThatNothingIsBeside(jar);
        }
    }

    @Test
    void one_over_a_connection_that_was_lost_is_told_as_lost() {
        try (SshConnection connection = connect()) {
            assertThat(refused(() -> connection.run(
                                    ShellCommand.of("echo on; sleep 600"), ENOUGH, line -> server.close(), () -> false))
                            .reason())
                    .isEqualTo(Reason.LOST);

            assertThat(refused(() -> download(connection, "logs", ENOUGH, () -> false))
                            .reason())
                    .isEqualTo(Reason.LOST);
        }
    }

    private static SftpFileSystemAccessor denying(Predicate<Path> denied) {
        return opening(path -> {
            if (denied.test(path)) throw new AccessDeniedException(path.toString());
        });
    }

    private static SftpFileSystemAccessor stalling(CountDownLatch until) {
        return opening(path -> {
            try {
                until.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
    }

    private static SftpFileSystemAccessor opening(Opening opening) {
        return new SftpFileSystemAccessor() {
            @Override
            public DirectoryStream<Path> openDirectory(
                    SftpSubsystemProxy subsystem, DirectoryHandle owner, Path path, String handle, LinkOption... links)
                    throws IOException {
                opening.of(path);
                return SftpFileSystemAccessor.super.openDirectory(subsystem, owner, path, handle, links);
            }

            @Override
            public SeekableByteChannel openFile(
                    SftpSubsystemProxy subsystem,
                    FileHandle owner,
                    Path file,
                    String handle,
                    Set<? extends OpenOption> options,
                    FileAttribute<?>... attributes)
                    throws IOException {
                opening.of(file);
                return SftpFileSystemAccessor.super.openFile(subsystem, owner, file, handle, options, attributes);
            }
        };
    }

    private interface Opening {
        void of(Path path) throws IOException;
    }

    private static SftpFileSystemAccessor naming(String name, String instead) {
        return new SftpFileSystemAccessor() {
            @Override
            public void putRemoteFileName(
                    SftpSubsystemProxy subsystem, Path path, Buffer answer, String plain, boolean shortName) {
                answer.putString(plain.equals(name) ? instead : plain);
            }
        };
    }

    private static SftpFileSystemAccessor withoutPermissions() {
        return new SftpFileSystemAccessor() {
            @Override
            public void setFilePermissions(
                    SftpSubsystemProxy subsystem,
                    Path file,
                    Set<PosixFilePermission> permissions,
                    LinkOption... options)
                    throws IOException {
                throw new IOException("I/O error");
            }
        };
    }

    private void download(String remote) {
        try (SshConnection connection = connect()) {
            download(connection, remote, ENOUGH, () -> false);
        }
    }

    private void download(SshConnection connection, String remote, Duration timeout, BooleanSupplier abandoned) {
        connection.download(remote, back, timeout, abandoned);
    }

    private void upload(Path local, String remote) {
        try (SshConnection connection = connect()) {
            connection.upload(local, remote, ENOUGH, () -> false);
        }
    }

    private SshConnection connect() {
        return new MinaSsh().connect(server.target(key), HostKeys.of(KnownHosts.none()), ENOUGH);
    }

    private static SshException refused(ThrowingCallable transfer) {
        return catchThrowableOfType(SshException.class, transfer);
    }

    private static void assertThatNothingIsBeside(Path file) throws IOException {
        try (Stream<Path> all = Files.list(file.resolveSibling("."))) {
            assertThat(all.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith(".openstack"));
        }
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }

    private static void pipe(Path file) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
    }
}
