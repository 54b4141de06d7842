package io.github.openstackmaven.ready;

import io.github.openstackmaven.ssh.HostKey;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.ShellCommand;
import io.github.openstackmaven.ssh.Ssh;
import io.github.openstackmaven.ssh.SshConnection;
import io.github.openstackmaven.ssh.SshTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A server's SSH, scripted: what each command prints and ends with, in order; the last answer stays. */
final class FakeSsh implements Ssh {
    static final HostKey KEY = new HostKey("ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIOneKey=");

    record Answer(int code, List<String> lines) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<SshTarget> logins = new ArrayList<>();
    private HostKey shown = KEY;

    FakeSsh answer(int code, String... lines) {
        answers.add(new Answer(code, List.of(lines)));
        return this;
    }

    void show(HostKey other) {
        shown = other;
    }

    List<String> asked() {
        return asked;
    }

    List<SshTarget> logins() {
        return logins;
    }

    @Override
    public SshConnection connect(SshTarget target, HostKeys hostKeys, Duration timeout) {
        logins.add(target);
        hostKeys.check(target, shown);
        return new SshConnection() {
            @Override
            public HostKey hostKey() {
                return shown;
            }

            @Override
            public int run(ShellCommand command, Duration timeout, Consumer<String> output, BooleanSupplier abandoned) {
                asked.add(command.text());
                Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
                answer.lines().forEach(output);
                return answer.code();
            }

            @Override
            public void upload(Path local, String remote) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void download(String remote, Path local) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
    }
}
