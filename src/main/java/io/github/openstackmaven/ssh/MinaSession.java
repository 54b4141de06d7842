package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/** A connection of MINA's, with a client of its own. */
record MinaSession(SshTarget target, SshClient client, ClientSession session, HostKeyCheck check, LastWords words) {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    static MinaSession open(
            SshTarget target, InetSocketAddress address, KeyPair key, HostKeyCheck check, Duration timeout) {
        LastWords words = new LastWords();
        SshClient client = client(check, words);
        client.start();
        try {
            ClientSession session =
                    client.connect(target.user(), address).verify(timeout).getSession();
            session.addPublicKeyIdentity(key);
            return new MinaSession(target, client, session, check, words);
        } catch (IOException e) {
            client.stop();
            throw new SshFailure(target).connecting(e, timeout);
        } catch (RuntimeException e) {
            client.stop();
            throw e;
        }
    }

    private static SshClient client(HostKeyCheck check, LastWords words) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        client.setUserInteraction(words);
        client.setServerKeyVerifier(check);
        client.addSessionListener(check);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, 3);
        return client;
    }

    SshConnection enter(Duration timeout) {
        try {
            session.auth().verify(timeout);
            return new MinaConnection(target, client, session, check.shown());
        } catch (IOException e) {
            throw refused(e, timeout);
        } catch (IllegalStateException e) { // MINA's, when the session ended before it was asked to log in
            throw failure(new IOException(e), timeout);
        }
    }

    private RuntimeException refused(IOException cause, Duration timeout) {
        return check.objection().orElseGet(() -> {
            boolean otherKinds = !check.instead().isEmpty() || SshFailure.isAboutHostKeys(cause);
            return otherKinds && !check.kinds().isEmpty()
                    ? new SshFailure(target).otherKinds(check.kinds(), cause)
                    : failure(cause, timeout);
        });
    }

    private SshException failure(IOException cause, Duration timeout) {
        return new SshFailure(target).loggingIn(cause, timeout, session.getServerVersion() != null, words.said());
    }

    boolean isOpen() {
        return session.isOpen();
    }

    void close() {
        client.stop();
    }
}
