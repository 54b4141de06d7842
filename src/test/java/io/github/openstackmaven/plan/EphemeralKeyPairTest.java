package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.openstackmaven.output.KeyFile;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EphemeralKeyPairTest {
    private final EphemeralKeyPair pair = EphemeralKeyPair.generate("maven build-1");

    @Test
    void the_public_half_is_one_line_of_authorized_keys() {
        assertThat(pair.publicKey()).matches("ecdsa-sha2-nistp256 [A-Za-z0-9+/]+=* maven build-1");
    }

    @Test
    void the_private_half_is_openssh_s_own_format_and_belongs_to_the_public_one()
            throws IOException, GeneralSecurityException {
        String text = pair.privateKey().reveal();
        Iterable<KeyPair> read = SecurityUtils.loadKeyPairIdentities(
                null,
                NamedResource.ofName("key"),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)),
                FilePasswordProvider.EMPTY);

        assertThat(text)
                .startsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n")
                .endsWith("-----END OPENSSH PRIVATE KEY-----\n");
        assertThat(pair.publicKey())
                .startsWith(PublicKeyEntry.toString(read.iterator().next().getPublic()));
    }

    @Test
    void no_two_are_the_same_and_none_prints_its_private_half() {
        assertThat(pair.privateKey())
                .isNotEqualTo(EphemeralKeyPair.generate("maven build-1").privateKey());
        assertThat(pair.toString()).doesNotContain("PRIVATE KEY").contains("privateKey=***");
    }

    @Test
    void openssh_reads_the_file(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(new File("/usr/bin/ssh-keygen").canExecute(), "no ssh-keygen here");
        Path file = folder.resolve("key");
        new KeyFile(file).write(pair.privateKey());

        Process keygen = new ProcessBuilder(List.of("/usr/bin/ssh-keygen", "-y", "-f", file.toString()))
                .redirectErrorStream(true)
                .start();

        assertThat(new String(keygen.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo(pair.publicKey());
        assertThat(keygen.waitFor()).isZero();
    }
}
