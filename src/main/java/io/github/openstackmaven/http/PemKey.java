package io.github.openstackmaven.http;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** A private key in a PEM file: PKCS#8, PKCS#1 or SEC 1. */
final class PemKey {
    private PemKey() {}

    /**
     * The first key of the file.
     *
     * @throws OpenStackException when there is none, or it is encrypted; never quotes the file
     */
    static PrivateKey read(Path file) {
        byte[] text;
        try {
            text = Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileProblem.cannot("read key", file, e, "Check the path and that it may be read.");
        }
        // The cause is left out: it may quote the file.
        try {
            Iterable<KeyPair> keys = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName(file.toString()),
                    new ByteArrayInputStream(text),
                    FilePasswordProvider.EMPTY);
            if (keys != null && keys.iterator().hasNext())
                return keys.iterator().next().getPrivate();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(file);
        }
        throw unusable(file);
    }

    private static OpenStackException unusable(Path file) {
        return new OpenStackException(
                "No usable private key in " + file,
                "It is a PEM file with a block that begins with -----BEGIN PRIVATE KEY----- (or RSA or EC PRIVATE KEY),"
                        + " not encrypted.");
    }
}
