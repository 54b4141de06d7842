package io.github.openstackmaven.ssh;

import java.time.Duration;

/** The way to log in to servers. */
@FunctionalInterface
public interface Ssh {

    /**
     * Connects, to ask for a login more than once.
     *
     * @param timeout for the connection
     * @throws SshException when none comes about, or the key can't be used
     */
    SshLogin begin(SshTarget target, HostKeys hostKeys, Duration timeout);

    /**
     * Logs in.
     *
     * @param timeout for the connection, and again for the login
     * @throws SshException when it does not work
     */
    default SshConnection connect(SshTarget target, HostKeys hostKeys, Duration timeout) {
        SshLogin login = begin(target, hostKeys, timeout);
        try {
            return login.enter(timeout);
        } catch (RuntimeException e) {
            login.close();
            throw e;
        }
    }
}
