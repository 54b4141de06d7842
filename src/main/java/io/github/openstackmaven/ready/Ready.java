package io.github.openstackmaven.ready;

import io.github.openstackmaven.ssh.HostKey;
import java.util.Optional;

/**
 * What was learned about a server while it was waited for; empty where nobody had to log in.
 *
 * @param user whom it let in
 * @param hostKey the key it showed
 * @param knownHosts the line for {@code known_hosts}
 */
public record Ready(Optional<String> user, Optional<HostKey> hostKey, Optional<String> knownHosts) {

    /** Nobody logged in. */
    static Ready withoutLogin() {
        return new Ready(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
