package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.openstackmaven.launch.Launched;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshConfigTest {
    @TempDir
    Path temporary;

    @Test
    void a_server_is_reached_by_its_name() {
        Path key = Path.of("/keys/id");
        Launched launched = Examples.withLogin(Examples.launched("s1", "web", "10.0.0.5"), "debian", key);
        HostKeys keys = new HostKeys(Path.of("/out/known_hosts"), List.of("10.0.0.5 ssh-ed25519 AAAA"));

        assertThat(new SshConfig(List.of(LaunchedServer.of(Examples.withSshAt(launched, 2222))), keys).text())
                .startsWith("Host web s1\n    HostName 10.0.0.5\n    Port 2222\n    User \"debian\"\n")
                .contains("    IdentitiesOnly yes\n");
    }

    @Test
    void a_host_key_that_is_known_must_be_the_one_and_another_is_taken_at_first_sight() {
        HostKeys keys = new HostKeys(
                Path.of("/out/known_hosts"), List.of("10.0.0.5 ssh-ed25519 A", "[10.0.0.7]:2222 ssh-ed25519 B"));

        assertThat(keys.strictness(server("web", "10.0.0.5"))).isEqualTo("yes");
        assertThat(keys.strictness(server("db", "10.0.0.55"))).isEqualTo("accept-new");
        assertThat(keys.strictness(server("app", "10.0.0.7"))).isEqualTo("accept-new");
        assertThat(keys.strictness(
                        LaunchedServer.of(Examples.withSshAt(Examples.launched("s1", "app", "10.0.0.7"), 2222))))
                .isEqualTo("yes");
    }

    @Test
    void a_server_without_an_address_is_left_out() {
        Launched launched = Examples.withoutAddress(Examples.launched("s1", "web", ""));

        assertThat(new SshConfig(List.of(LaunchedServer.of(launched)), new HostKeys(temporary, List.of())).text())
                .isEmpty();
    }

    @Test
    void ssh_understands_hostile_names_and_folders() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("a \"b' 100%d"));
        Path key = Files.createFile(folder.resolve("id key"));
        Launched hostile = Examples.withLogin(
                Examples.launched("s1", "-oProxyCommand=\"x\n Host *", "fd00::5"), "a user\nProxyCommand x", key);
        LaunchOutputs.of(List.of(hostile, Examples.launched("s2", "Web *?!", "10.0.0.6")), List.of())
                .write(folder);

        assertThat(asked(folder, "oProxyCommand--x--Host--"))
                .contains(
                        "hostname fd00::5",
                        "user a userProxyCommand x",
                        "identityfile " + key.toString().replace("%", "%%"))
                .contains("stricthostkeychecking accept-new", "identitiesonly yes")
                .noneMatch(line -> line.startsWith("proxycommand"));
        assertThat(asked(folder, "Web----")).contains("hostname 10.0.0.6");
        assertThat(asked(folder, "s2")).contains("hostname 10.0.0.6");
        assertThat(asked(folder, "elsewhere")).contains("hostname elsewhere");
    }

    // ssh -G prints what it would do, without a connection.
    private static List<String> asked(Path folder, String host) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh")), "no ssh here");
        Process ssh = new ProcessBuilder(
                        "/usr/bin/ssh", "-G", "-F", folder.resolve("ssh_config").toString(), host)
                .redirectErrorStream(true)
                .start();
        String text = new String(ssh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(ssh.waitFor()).as(text).isZero();
        return text.lines().toList();
    }

    private static LaunchedServer server(String name, String ip) {
        return LaunchedServer.of(Examples.launched("id-of-" + name, name, ip));
    }
}
