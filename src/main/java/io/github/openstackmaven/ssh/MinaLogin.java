package io.github.openstackmaven.ssh;

import io.github.openstackmaven.Reach;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;

/** A login by MINA: with the one key and nothing of the user's own ssh settings. */
final class MinaLogin implements SshLogin {
    private final SshTarget target;
    private final InetSocketAddress address;
    private final KeyPair key;
    private final HostKeys hostKeys;
    private MinaSession session;

    private MinaLogin(SshTarget target, InetSocketAddress address, KeyPair key, HostKeys hostKeys, Duration timeout) {
        this.target = target;
        this.address = address;
        this.key = key;
        this.hostKeys = hostKeys;
        this.session = session(hostKeys.kinds(target), timeout);
    }

    static MinaLogin begin(SshTarget target, Reach reach, HostKeys hostKeys, Duration timeout) {
        MinaSetup.prepare();
        KeyPair key = PrivateKeyFile.read(target.keyFile());
        return new MinaLogin(target, address(target, reach, timeout), key, hostKeys, timeout);
    }

    private static InetSocketAddress address(SshTarget target, Reach reach, Duration timeout) {
        try {
            InetSocketAddress address = reach.of(target.host(), target.port());
            if (address.isUnresolved()) throw new SshFailure(target).unknownHost();
            return address;
        } catch (IOException e) {
            throw new SshFailure(target).connecting(e, timeout);
        }
    }

    private MinaSession session(List<String> kinds, Duration timeout) {
        return MinaSession.open(target, address, key, new HostKeyCheck(target, hostKeys, kinds), timeout);
    }

    @Override
    public SshConnection enter(Duration timeout) {
        try {
            return session.enter(timeout);
        } catch (SshException e) {
            List<String> instead = session.check().instead();
            if (instead.isEmpty()) throw e;
            session.close();
            session = session(instead, timeout);
            return session.enter(timeout);
        }
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public void close() {
        session.close();
    }
}
