package io.github.openstackmaven.ssh;

import java.nio.file.Path;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * Where to log in, as whom and with which key.
 *
 * @param host address or name
 * @param keyFile a private key, not encrypted: OpenSSH's own format or PEM; Ed25519, ECDSA or RSA
 */
public record SshTarget(String host, int port, String user, Path keyFile) {

    /**
     * The public half of the key, as in {@code authorized_keys}: its kind and its body.
     *
     * @throws SshException when the file has no usable key
     */
    public String publicKey() {
        return PublicKeyEntry.toString(PrivateKeyFile.read(keyFile).getPublic());
    }

    /** As the ssh command writes it: {@code cirros@192.0.2.1}, with the port where it is not 22. */
    @Override
    public String toString() {
        return user + "@" + host + (port == 22 ? "" : ":" + port);
    }
}
