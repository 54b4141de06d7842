package io.github.openstackmaven.ssh;

import java.nio.file.Path;

/**
 * Where to log in, as whom and with which key.
 *
 * @param host address or name
 * @param keyFile a private key, not encrypted: OpenSSH's own format or PEM; Ed25519, ECDSA or RSA
 */
public record SshTarget(String host, int port, String user, Path keyFile) {

    /** As the ssh command writes it: {@code cirros@192.0.2.1}, with the port where it is not 22. */
    @Override
    public String toString() {
        return user + "@" + host + (port == 22 ? "" : ":" + port);
    }
}
