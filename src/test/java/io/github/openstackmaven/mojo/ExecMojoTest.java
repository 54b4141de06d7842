package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.output.LaunchedServer;
import io.github.openstackmaven.output.ServersFile;
import io.github.openstackmaven.ssh.ServerUnderTest;
import io.github.openstackmaven.ssh.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a POM has done on the servers that were launched. */
@MojoTest
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the server under test runs commands in a POSIX shell")
class ExecMojoTest extends GoalTest {
    private static final String UPLOAD =
            "<project><build><plugins><plugin><artifactId>openstack-maven-plugin</artifactId><configuration>"
                    + "<uploads><upload><from>not-there.txt</from><to>in/</to></upload></uploads>"
                    + "</configuration></plugin></plugins></build></project>";
    private static final String STEPS =
            "<project><build><plugins><plugin><artifactId>openstack-maven-plugin</artifactId><configuration>"
                    + "<steps><step>true</step><step><script>not-there.sh</script></step></steps>"
                    + "</configuration></plugin></plugins></build></project>";
    private static final String NEITHER =
            "<project><build><plugins><plugin><artifactId>openstack-maven-plugin</artifactId><configuration>"
                    + "<steps><step><arguments/></step></steps>"
                    + "</configuration></plugin></plugins></build></project>";

    @TempDir
    Path folder;

    private Path home;
    private Path outputs;
    private Path key;
    private ServerUnderTest server;

    @BeforeEach
    void launch() throws Exception {
        home = Files.createDirectory(folder.resolve("home"));
        key = TestKeys.ed25519(folder.resolve("key"));
        server = new ServerUnderTest(home, ServerUnderTest.publicKey(key));
        outputs = folder.resolve("target/openstack");
        say("outputDirectory", outputs.toString());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @InjectMojo(goal = "exec", pom = UPLOAD)
    void a_file_to_upload_that_is_not_there_is_told(ExecMojo exec) {
        launched("web");

        assertThatThrownBy(exec::execute)
                .hasMessageStartingWith("Nothing to upload: there is no ")
                .hasMessageContaining("not-there.txt");
    }

    @Test
    @InjectMojo(goal = "exec", pom = UPLOAD)
    void a_command_on_the_command_line_is_all_that_is_done(ExecMojo exec) throws Exception {
        launched("web");
        say("command", "echo done");

        assertThat(told(exec)).containsExactly("[web] done");
    }

    @Test
    @InjectMojo(goal = "exec", pom = UPLOAD)
    void a_command_that_an_unset_variable_left_empty_does_nothing_of_the_pom(ExecMojo exec) {
        launched("web");
        say("command", "");

        assertThatThrownBy(exec::execute).hasMessageStartingWith("-Dopenstack.command is empty");
    }

    @Test
    @InjectMojo(goal = "exec", pom = "<project/>")
    void called_by_its_name_it_prints_what_a_command_says_to_a_quiet_maven_too(ExecMojo exec) throws Exception {
        launched("web");
        say("command", "echo done");

        assertThat(printedQuietly(exec)).isEmpty();
        callByName(exec);
        assertThat(printedQuietly(exec).lines()).containsExactly("[web] done");
    }

    @Test
    @InjectMojo(goal = "exec", pom = UPLOAD)
    void without_tests_nothing_is_run(ExecMojo exec) throws Exception {
        session.getUserProperties().setProperty("maven.test.skip", "true");

        assertThat(told(exec))
                .containsExactly("exec is skipped, since maven.test.skip is set; <skip>false</skip> overrules it");
    }

    @Test
    @InjectMojo(goal = "exec", pom = STEPS)
    void a_step_is_a_command_or_a_script_which_must_be_there(ExecMojo exec) {
        launched("web");

        assertThatThrownBy(exec::execute).hasMessageStartingWith("No script ").hasMessageContaining("not-there.sh");
    }

    @Test
    @InjectMojo(goal = "exec", pom = NEITHER)
    void a_step_that_is_neither_is_told(ExecMojo exec) {
        launched("web");

        assertThatThrownBy(exec::execute).hasMessageStartingWith("A <step> with neither <command> nor <script>");
    }

    @Test
    @InjectMojo(goal = "exec", pom = "<project/>")
    void a_server_that_is_seen_for_the_first_time_is_known_from_then_on(ExecMojo exec) throws Exception {
        launched("web");
        say("command", "true");

        exec.execute();
        assertThat(outputs.resolve("known_hosts"))
                .content()
                .startsWith("[127.0.0.1]:" + server.port() + " ssh-ed25519");

        Path other = TestKeys.ed25519(folder.resolve("other"));
        int port = server.port();
        server.close();
        server = new ServerUnderTest(home, ServerUnderTest.publicKey(other), ServerUnderTest.anotherHostKey(), port);
        assertThatThrownBy(exec::execute).hasMessageStartingWith("Host key changed: tester@127.0.0.1:" + port);
    }

    @Test
    @InjectMojo(goal = "exec", pom = "<project/>")
    void a_command_that_fails_fails_the_build_unless_told_not_to(ExecMojo exec) throws Exception {
        launched("web");
        say("command", "exit 3");
        assertThatThrownBy(exec::execute).hasMessageStartingWith("'exit 3' on server 'web' exited with 3");

        say("failOnError", "false");
        exec.execute();
    }

    @Test
    @InjectMojo(goal = "exec", pom = "<project/>")
    void what_is_missing_is_told(ExecMojo exec) {
        say("command", "true");
        assertThatThrownBy(exec::execute).hasMessageStartingWith("No server was launched here");

        launched("web");
        say("on", "db");
        assertThatThrownBy(exec::execute).hasMessageStartingWith("No server 'db' was launched here");

        say("on", "");
        assertThatThrownBy(exec::execute).hasMessageStartingWith("-Dopenstack.on is empty");

        session.getUserProperties().remove("openstack.on");
        session.getUserProperties().remove("openstack.command");
        assertThatThrownBy(exec::execute).hasMessageStartingWith("Nothing to do for exec");

        say("script", "nowhere.sh");
        assertThatThrownBy(exec::execute).hasMessageStartingWith("No script ");
    }

    @Test
    @InjectMojo(goal = "exec", pom = "<project/>")
    void who_logs_in_may_be_said_where_the_launch_does_not_know(ExecMojo exec) throws Exception {
        launched("web", Optional.empty(), Optional.empty());
        say("command", "echo in > in.txt");
        assertThatThrownBy(exec::execute).hasMessageStartingWith("Server 'web' has no user to log in as");

        say("user", ServerUnderTest.USER);
        assertThatThrownBy(exec::execute).hasMessageStartingWith("Server 'web' has no key to log in with");

        say("keyFile", key.toString());
        exec.execute();
        assertThat(home.resolve("in.txt")).hasContent("in");
    }

    @Test
    @InjectMojo(goal = "exec", pom = "<project/>")
    void the_name_of_a_count_runs_on_all_servers_of_it(ExecMojo exec) throws Exception {
        new ServersFile(List.of(described("s1", "db"), described("s2", "web-1"), described("s3", "web-2")))
                .write(outputs);
        say("command", "echo x >> ran.txt");
        say("on", "web");

        exec.execute();

        assertThat(home.resolve("ran.txt")).hasContent("x\nx");
    }

    private LaunchedServer described(String id, String name) {
        return LaunchedServer.builder(id, name, "ACTIVE", new LaunchedServer.Named("f1", "m1.tiny"))
                .ip(Optional.of("127.0.0.1"))
                .user(Optional.of(ServerUnderTest.USER))
                .keyFile(Optional.of(key.toString()))
                .port(Optional.of(server.port()))
                .build();
    }

    private void launched(String name) {
        launched(name, Optional.of(ServerUnderTest.USER), Optional.of(key.toString()));
    }

    private void launched(String name, Optional<String> user, Optional<String> keyFile) {
        new ServersFile(List.of(LaunchedServer.builder("s1", name, "ACTIVE", new LaunchedServer.Named("f1", "m1.tiny"))
                        .ip(Optional.of("127.0.0.1"))
                        .user(user)
                        .keyFile(keyFile)
                        .port(Optional.of(server.port()))
                        .build()))
                .write(outputs);
    }
}
