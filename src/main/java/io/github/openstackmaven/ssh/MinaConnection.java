package io.github.openstackmaven.ssh;

import io.github.openstackmaven.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A login by MINA: with the one key and nothing of the user's own ssh settings. */
final class MinaConnection implements SshConnection {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration OPEN = Duration.ofSeconds(30);

    private final SshTarget target;
    private final SshClient client;
    private final ClientSession session;
    private final HostKey hostKey;

    private MinaConnection(SshTarget target, SshClient client, ClientSession session, HostKey hostKey) {
        this.target = target;
        this.client = client;
        this.session = session;
        this.hostKey = hostKey;
    }

    static MinaConnection open(SshTarget target, Reach reach, HostKeys hostKeys, Duration timeout) {
        MinaSetup.prepare();
        KeyPair key = PrivateKeyFile.read(target.keyFile());
        InetSocketAddress address = address(target, reach, timeout);
        HostKeyCheck first = new HostKeyCheck(target, hostKeys, hostKeys.kinds(target));
        try {
            return open(target, address, key, first, timeout);
        } catch (SshException e) {
            List<String> instead = first.instead();
            if (instead.isEmpty()) throw e;
            return open(target, address, key, new HostKeyCheck(target, hostKeys, instead), timeout);
        }
    }

    private static MinaConnection open(
            SshTarget target, InetSocketAddress address, KeyPair key, HostKeyCheck check, Duration timeout) {
        SshClient client = client(check);
        client.start();
        try {
            ClientSession session = connect(client, target, address, timeout);
            logIn(session, target, key, check, timeout);
            return new MinaConnection(target, client, session, check.shown());
        } catch (RuntimeException e) {
            client.stop();
            throw e;
        }
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

    private static ClientSession connect(
            SshClient client, SshTarget target, InetSocketAddress address, Duration timeout) {
        try {
            return client.connect(target.user(), address).verify(timeout).getSession();
        } catch (IOException e) {
            throw new SshFailure(target).connecting(e, timeout);
        }
    }

    private static void logIn(
            ClientSession session, SshTarget target, KeyPair key, HostKeyCheck check, Duration timeout) {
        SshFailure failure = new SshFailure(target);
        try {
            session.addPublicKeyIdentity(key);
            session.auth().verify(timeout);
        } catch (IOException e) {
            throw check.objection().orElseGet(() -> {
                boolean otherKinds = !check.instead().isEmpty() || SshFailure.isAboutHostKeys(e);
                return otherKinds && !check.kinds().isEmpty()
                        ? failure.otherKinds(check.kinds(), e)
                        : failure.loggingIn(e, timeout, session.getServerVersion() != null);
            });
        } catch (IllegalStateException e) { // MINA's, when the session ended before it was asked to log in
            throw failure.loggingIn(new IOException(e), timeout, session.getServerVersion() != null);
        }
    }

    private static SshClient client(HostKeyCheck check) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        client.setServerKeyVerifier(check);
        client.addSessionListener(check);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, 3);
        return client;
    }

    @Override
    public HostKey hostKey() {
        return hostKey;
    }

    @Override
    public int run(ShellCommand command, Duration timeout, Consumer<String> output, BooleanSupplier abandoned) {
        Lines lines = new Lines(output);
        try (ChannelExec channel = session.createExecChannel(command.text());
                Lines.Stream out = lines.stream();
                Lines.Stream err = lines.stream()) {
            channel.setIn(InputStream.nullInputStream()); // else a command that reads would wait for ever
            channel.setOut(out);
            channel.setErr(err);
            ChannelEnd end = new ChannelEnd(channel);
            channel.open().verify(OPEN);
            if (!end.await(timeout, abandoned)) {
                channel.close(true);
                throw new SshFailure(target).late(command, timeout);
            }
            return Optional.ofNullable(channel.getExitStatus())
                    .orElseThrow(() ->
                            new SshFailure(target).noExitCode(command, Optional.ofNullable(channel.getExitSignal())));
        } catch (IOException e) {
            throw new SshFailure(target).lost(e);
        }
    }

    @Override
    public void upload(Path local, String remote) {
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            new Upload(sftp).copy(local, remote);
        } catch (IOException e) {
            throw new SshFailure(target).file("upload " + local + " to " + remote, e);
        }
    }

    @Override
    public void download(String remote, Path local) {
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            new Download(sftp).copy(remote, local);
        } catch (IOException e) {
            throw new SshFailure(target).file("download " + remote + " to " + local, e);
        }
    }

    @Override
    public void downloadEnd(String remote, long most, Path local) {
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            new Download(sftp).copyEnd(remote, most, local);
        } catch (IOException e) {
            throw new SshFailure(target).file("download " + remote + " to " + local, e);
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
