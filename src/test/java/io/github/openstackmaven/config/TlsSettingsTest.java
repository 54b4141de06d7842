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
    void certificatesAreVerifiedByTheJdkWhenNobodySays() {
        assertThat(tls(""))
                .isEqualTo(
                        new TlsSettings(true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aTildeIsTheHomeDirectory() {
        assertThat(tls("cacert: ~/ca.pem").cacert()).contains(root.resolve("home/ca.pem"));
    }

    @Test
    void insecureWinsOverVerify() {
        assertThat(tls("insecure: true\nverify: true").verify()).isFalse();
    }

    @Test
    void aCacertThatIsNotUsedIsWarnedOf() {
        assertThat(tls("verify: false\ncacert: /ca.pem").cacert()).isEmpty();
        assertThat(machine.warnings())
                .singleElement()
                .asString()
                .startsWith("cacert (clouds.yaml in ")
                .endsWith("has no effect: the cloud's certificate is not verified, by verify.");
    }

    @Test
    void aKeyCountsBesideACertificateOnly() {
        assertThat(tls("cert: /c.pem\nkey: /k.pem").key()).contains(Path.of("/k.pem"));
        assertThat(tls("key: /k.pem").key()).isEmpty();
    }

    private TlsSettings tls(String lines) {
        return TlsSettings.of(machine.demo(lines).load(), machine.environment());
    }
}
