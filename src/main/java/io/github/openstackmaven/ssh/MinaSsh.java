package io.github.openstackmaven.ssh;

import io.github.openstackmaven.Reach;
import java.time.Duration;

/** SSH by Apache MINA SSHD, of which nothing is loaded before the first login. */
public final class MinaSsh implements Ssh {
    private final Reach reach;

    /** To servers at their own addresses. */
    public MinaSsh() {
        this(Reach.direct());
    }

    /** To servers that are reached so. */
    public MinaSsh(Reach reach) {
        this.reach = reach;
    }

    @Override
    public SshLogin begin(SshTarget target, HostKeys hostKeys, Duration timeout) {
        return MinaLogin.begin(target, reach, hostKeys, timeout);
    }
}
