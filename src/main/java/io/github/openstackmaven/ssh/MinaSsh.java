package io.github.openstackmaven.ssh;

import java.time.Duration;

/** SSH by Apache MINA SSHD, of which nothing is loaded before the first login. */
public final class MinaSsh implements Ssh {
    @Override
    public SshConnection connect(SshTarget target, HostKeys hostKeys, Duration timeout) {
        return MinaConnection.open(target, hostKeys, timeout);
    }
}
