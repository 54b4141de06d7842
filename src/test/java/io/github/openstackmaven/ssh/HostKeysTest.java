package io.github.openstackmaven.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKeysTest {
    private static final HostKey ONE = HostKeysUnderTest.ed25519(1);
    private static final HostKey OTHER = HostKeysUnderTest.ecdsa(1);
    private static final HostKey THIRD = HostKeysUnderTest.rsa(1);
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
    void a_key_that_the_console_broke_is_none() {
        String key = ONE.toString();

        for (int length = 1; length < key.length(); length++) {
            String broken = key.substring(0, length) + "\n[  1.0] kernel: eth0\n" + key.substring(length);
            assertThat(HostKeys.onConsole(CONSOLE.replace(key, broken))).containsExactly(OTHER);
        }
    }

    @Test
    void the_console_is_believed_before_known_hosts() {
        HostKey wrong = HostKeysUnderTest.ed25519(2);
        HostKeys keys = new HostKeys(() -> CONSOLE, KnownHosts.none()).pinned(TARGET, wrong);

        assertThat(keys.check(TARGET, ONE)).isEmpty();
        assertThatThrownBy(() -> keys.check(TARGET, wrong))
                .hasMessageStartingWith("Host key changed: debian@192.0.2.1 shows ssh-ed25519 SHA256:")
                .hasMessageContaining("the server's console log has ssh-ed25519 SHA256:");
    }

    @Test
    void a_key_is_compared_with_those_of_its_kind_and_others_are_to_be_asked_for() {
        HostKeys printed = new HostKeys(() -> CONSOLE, KnownHosts.none());
        HostKeys pinned = HostKeys.of(KnownHosts.none()).pinned(TARGET, OTHER).pinned(TARGET, ONE);

        assertThat(printed.check(TARGET, THIRD)).containsExactly("ssh-ed25519", "ecdsa-sha2-nistp256");
        assertThat(pinned.check(TARGET, THIRD)).containsExactly("ecdsa-sha2-nistp256", "ssh-ed25519");
        assertThat(pinned.kinds(TARGET)).containsExactly("ssh-ed25519", "ecdsa-sha2-nistp256");
        assertThat(HostKeys.of(KnownHosts.none()).kinds(TARGET)).isEmpty();
    }

    @Test
    void whatever_stands_on_a_console_keys_are_found_or_none() {
        Random random = new Random(4);
        String letters = "AAAAssh-rsaed25519=+/ \n\r\t\u001b-----BEGINEND KEYS\u00e9\u0000";
        for (int run = 0; run < 2000; run++) {
            StringBuilder console = new StringBuilder(CONSOLE);
            for (int change = random.nextInt(20); change >= 0; change--) {
                int at = random.nextInt(console.length());
                int end = Math.min(console.length(), at + random.nextInt(5));
                console.replace(at, end, "" + letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(HostKeys.onConsole(console.toString())).allMatch(HostKey::isWhole);
        }
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
