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

/** A login that MINA has made. */
final class MinaConnection implements SshConnection {
    private static final Duration OPEN = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofMinutes(10);

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
    public void upload(Path local, String remote, Duration timeout, BooleanSupplier abandoned) {
        String what = "upload " + local + " to " + remote;
        transfer(what, local, timeout, abandoned, sftp -> new Upload(sftp).copy(local, remote));
    }

    @Override
    public void download(String remote, Path local, Duration timeout, BooleanSupplier abandoned) {
        String what = "download " + remote + " to " + local;
        transfer(what, local, timeout, abandoned, sftp -> new Download(sftp).copy(remote, local));
    }

    @Override
    public void downloadEnd(String remote, long most, Path local) {
        String what = "download " + remote + " to " + local;
        transfer(what, local, END, () -> false, sftp -> new Download(sftp).copyEnd(remote, most, local));
    }

    private void transfer(String what, Path local, Duration timeout, BooleanSupplier abandoned, Transfer transfer) {
        try (Sftp sftp = new Sftp(session, timeout, abandoned)) {
            transfer.over(sftp);
        } catch (Sftp.LateException e) {
            throw new SshFailure(target).late(what, timeout, e);
        } catch (IOException e) {
            SshFailure failure = new SshFailure(target);
            throw session.isOpen() ? failure.file(what, local, e) : failure.lost(e);
        } catch (IllegalStateException e) { // MINA's, when the session has ended before
            throw new SshFailure(target).lost(new IOException(e));
        }
    }

    @FunctionalInterface
    private interface Transfer {
        void over(Sftp sftp) throws IOException;
    }

    @Override
    public void close() {
        client.stop();
    }
}
