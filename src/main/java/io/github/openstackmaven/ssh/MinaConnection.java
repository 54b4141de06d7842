package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A login that MINA has made. */
final class MinaConnection implements SshConnection {
    private static final Duration OPEN = Duration.ofSeconds(30);

    private final SshTarget target;
    private final SshClient client;
    private final ClientSession session;
    private final HostKey hostKey;

    MinaConnection(SshTarget target, SshClient client, ClientSession session, HostKey hostKey) {
        this.target = target;
        this.client = client;
        this.session = session;
        this.hostKey = hostKey;
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
