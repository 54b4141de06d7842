package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom to trust. */
class TlsSettingsTest {
    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root);
    }

    @Test
    void certificates_are_verified_by_the_jdk_when_nobody_says() {
        assertThat(tls(""))
                .isEqualTo(
                        new TlsSettings(true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_tilde_is_the_home_directory() {
        assertThat(tls("cacert: ~/ca.pem").cacert()).contains(root.resolve("home/ca.pem"));
    }

    @Test
    void insecure_wins_over_verify() {
        assertThat(tls("insecure: true\nverify: true").verify()).isFalse();
    }

    @Test
    void a_cacert_that_is_not_used_is_warned_of() {
        assertThat(tls("verify: false\ncacert: /ca.pem").cacert()).isEmpty();
        assertThat(machine.warnings())
                .singleElement()
                .asString()
                .startsWith("cacert (clouds.yaml in ")
                .endsWith("has no effect: the cloud's certificate is not verified, by verify.");
    }

    @Test
    void a_key_counts_beside_a_certificate_only() {
        assertThat(tls("cert: /c.pem\nkey: /k.pem").key()).contains(Path.of("/k.pem"));
        assertThat(tls("key: /k.pem").key()).isEmpty();
    }

    private TlsSettings tls(String lines) {
        return TlsSettings.of(machine.demo(lines).load(), machine.environment());
    }
}
