package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** Key files in OpenSSH's format. */
public final class TestKeys {
    /** As ssh-keygen wrote it. */
    private static final String ED25519 = """
            -----BEGIN OPENSSH PRIVATE KEY-----
            b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
            QyNTUxOQAAACCW5JSOwqP4JU/YM1P4m7G7b9XCRZ0E+IDKcv3/mdVAbgAAAIiQJftekCX7
            XgAAAAtzc2gtZWQyNTUxOQAAACCW5JSOwqP4JU/YM1P4m7G7b9XCRZ0E+IDKcv3/mdVAbg
            AAAEARyDFNrnb2dZSet9ahnGEm/n9AQrLaQIUBMxlWqQrMepbklI7Co/glT9gzU/ibsbtv
            1cJFnQT4gMpy/f+Z1UBuAAAABHRlc3QB
            -----END OPENSSH PRIVATE KEY-----
            """;

    private TestKeys() {}

    /** Made by ssh-keygen. */
    public static Path ed25519(Path file) throws IOException {
        return Files.writeString(file, ED25519);
    }

    /** A new key of that algorithm, as the JDK names it. */
    public static Path generate(Path file, String algorithm) throws IOException, GeneralSecurityException {
        MinaSetup.prepare();
        KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        try (OutputStream out = Files.newOutputStream(file)) {
            new OpenSSHKeyPairResourceWriter().writePrivateKey(pair, "test", null, out);
        }
        return file;
    }

    static Path encrypted(Path file) throws IOException, GeneralSecurityException {
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword("secret");
        encryption.setCipherName("AES");
        encryption.setCipherMode("CTR");
        encryption.setCipherType("256");
        try (OutputStream out = Files.newOutputStream(file)) {
            new OpenSSHKeyPairResourceWriter()
                    .writePrivateKey(KeyPairGenerator.getInstance("EC").generateKeyPair(), "test", encryption, out);
        }
        return file;
    }
}
