package io.github.openstackmaven.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKeysTest {
    private static final HostKey ONE = new HostKey("ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIOneKey=");
    private static final HostKey OTHER = new HostKey("ecdsa-sha2-nistp256", "AAAAE2VjZHNhOthe");
    private static final SshTarget TARGET = new SshTarget("192.0.2.1", 22, "debian", Path.of("key"));
    private static final String CONSOLE = """
            [   12.3] cloud-init[512]: ci-info: no authorized SSH keys
            -----BEGIN SSH HOST KEY KEYS-----
            %s root@web
            [   12.4] cloud-init[512]: %s root@web
            -----END SSH HOST KEY KEYS-----
            web login:""".formatted(ONE, OTHER);

    @Test
    void the_keys_that_cloud_init_prints_are_found_whatever_stands_around_them() {
        assertThat(HostKeys.onConsole(CONSOLE)).containsExactly(ONE, OTHER);
    }

    @Test
    void the_last_boot_counts_and_half_a_block_does_not() {
        String again = CONSOLE.replace(ONE.toString(), "").replace("web login:", "");

        assertThat(HostKeys.onConsole(CONSOLE + again)).containsExactly(OTHER);
        assertThat(HostKeys.onConsole(CONSOLE.substring(0, CONSOLE.indexOf("-----END"))))
                .isEmpty();
        assertThat(HostKeys.onConsole("")).isEmpty();
    }

    @Test
    void the_console_is_believed_before_known_hosts() {
        HostKeys keys =
                new HostKeys(() -> CONSOLE.replace(OTHER.toString(), ""), KnownHosts.none()).pinned(TARGET, OTHER);

        assertThatCode(() -> keys.check(TARGET, ONE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> keys.check(TARGET, OTHER))
                .hasMessageStartingWith("Host key changed: debian@192.0.2.1 shows ecdsa-sha2-nistp256 SHA256:")
                .hasMessageContaining("the server's console log has SHA256:");
    }

    @Test
    void known_hosts_names_the_port_where_it_is_not_22(@TempDir Path folder) throws Exception {
        Path file = Files.write(
                folder.resolve("known_hosts"),
                List.of("# comment", KnownHosts.line("192.0.2.1", 22, ONE), "a,[192.0.2.1]:2222 " + OTHER));

        KnownHosts known = KnownHosts.read(file);

        assertThat(KnownHosts.line("192.0.2.1", 2222, ONE)).isEqualTo("[192.0.2.1]:2222 " + ONE);
        assertThat(known.keys("192.0.2.1", 22)).containsExactly(ONE);
        assertThat(known.keys("192.0.2.1", 2222)).containsExactly(OTHER);
        assertThat(known.keys("192.0.2.2", 22)).isEmpty();
        assertThat(KnownHosts.read(folder.resolve("absent"))).isEqualTo(KnownHosts.none());
    }
}
