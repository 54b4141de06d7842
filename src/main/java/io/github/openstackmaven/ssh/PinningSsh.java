package io.github.openstackmaven.ssh;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Logs in as another does, and remembers the key that each server showed. */
public final class PinningSsh implements Ssh {
    private final Ssh ssh;
    private final Map<SshTarget, HostKey> shown = new ConcurrentHashMap<>();

    /** Logs in as that does. */
    public PinningSsh(Ssh ssh) {
        this.ssh = ssh;
    }

    @Override
    public SshConnection connect(SshTarget target, HostKeys hostKeys, Duration timeout) {
        SshConnection connection = ssh.connect(target, hostKeys, timeout);
        shown.put(target, connection.hostKey());
        return connection;
    }

    /** These, and the servers that were seen for the first time. */
    public KnownHosts addedTo(KnownHosts known) {
        KnownHosts all = known;
        for (Map.Entry<SshTarget, HostKey> one : shown.entrySet()) {
            SshTarget target = one.getKey();
            if (all.keys(target.host(), target.port()).isEmpty()) {
                all = all.with(target.host(), target.port(), one.getValue());
            }
        }
        return all;
    }
}
