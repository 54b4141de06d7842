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
    public SshLogin begin(SshTarget target, HostKeys hostKeys, Duration timeout) {
        SshLogin login = ssh.begin(target, hostKeys, timeout);
        return new SshLogin() {
            @Override
            public SshConnection enter(Duration patience) {
                SshConnection connection = login.enter(patience);
                shown.put(target, connection.hostKey());
                return connection;
            }

            @Override
            public boolean isOpen() {
                return login.isOpen();
            }

            @Override
            public void close() {
                login.close();
            }
        };
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
