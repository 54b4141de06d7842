package io.github.openstackmaven.ssh;

import java.time.Duration;

/** The way to log in to servers. */
public interface Ssh {

    /**
     * Logs in.
     *
     * @param timeout for the connection, and again for the login
     * @throws SshException when it does not work
     */
    SshConnection connect(SshTarget target, HostKeys hostKeys, Duration timeout);
}
