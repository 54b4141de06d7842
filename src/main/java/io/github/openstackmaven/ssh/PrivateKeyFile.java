package io.github.openstackmaven.ssh;

import io.github.openstackmaven.ssh.SshException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The private key to log in with. */
final class PrivateKeyFile {
    private PrivateKeyFile() {}

    /**
     * The first key of the file.
     *
     * @throws SshException when there is none, or it is encrypted; never quotes the file
     */
    static KeyPair read(Path file) {
        byte[] text;
        try {
            text = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SshException(
                    Reason.KEY_UNUSABLE, "Cannot read key " + file, "Check the path and that it may be read.", e);
        }
        // The cause is left out: it may quote the file.
        try {
            Iterable<KeyPair> keys = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName(file.toString()),
                    new ByteArrayInputStream(text),
                    FilePasswordProvider.EMPTY);
            if (keys != null && keys.iterator().hasNext())
                return keys.iterator().next();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw unusable(file);
        }
        throw unusable(file);
    }

    private static SshException unusable(Path file) {
        return new SshException(
                Reason.KEY_UNUSABLE,
                "No usable private key in " + file,
                "It is a private key as ssh-keygen makes it (Ed25519, ECDSA or RSA), not encrypted.");
    }
}
