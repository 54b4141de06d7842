package io.github.openstackmaven.ready;

import io.github.openstackmaven.ssh.HostKey;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.HostKeysUnderTest;
import io.github.openstackmaven.ssh.OpenDoor;
import io.github.openstackmaven.ssh.ShellCommand;
import io.github.openstackmaven.ssh.Ssh;
import io.github.openstackmaven.ssh.SshConnection;
import io.github.openstackmaven.ssh.SshLogin;
import io.github.openstackmaven.ssh.SshTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A server's SSH, scripted: what each command prints and ends with, in order; the last answer stays. */
final class FakeSsh implements Ssh {
    static final HostKey KEY = HostKeysUnderTest.ed25519(1);

    record Answer(int code, List<String> lines) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Map<String, Answer> answersTo = new HashMap<>();
    private final Map<Integer, Runnable> events = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<SshTarget> logins = new ArrayList<>();
    private HostKey shown = KEY;
    private Optional<HostKey> shownToo = Optional.empty();
    private boolean checksHostKeys = true;

    FakeSsh answer(int code, String... lines) {
        answers.add(new Answer(code, List.of(lines)));
        return this;
    }

    /** The answer to that command, whenever it comes. */
    void answerTo(String command, int code, String... lines) {
        answersTo.put(command, new Answer(code, List.of(lines)));
    }

    /** Happens before the command of that number, counted from 1, is answered. */
    void whenAsked(int number, Runnable event) {
        events.put(number, event);
    }

    void show(HostKey other) {
        shown = other;
    }

    /** A key of another kind, shown to who asks for it. */
    void showsToo(HostKey other) {
        shownToo = Optional.of(other);
    }

    void ignoreHostKeys() {
        checksHostKeys = false;
    }

    List<String> asked() {
        return asked;
    }

    List<String> labels() {
        return labels;
    }

    List<SshTarget> logins() {
        return logins;
    }

    @Override
    public SshLogin begin(SshTarget target, HostKeys hostKeys, Duration timeout) {
        return new OpenDoor(() -> entered(target, hostKeys));
    }

    private SshConnection entered(SshTarget target, HostKeys hostKeys) {
        logins.add(target);
        HostKey key = checksHostKeys ? checked(target, hostKeys) : shown;
        return new SshConnection() {
            @Override
            public HostKey hostKey() {
                return key;
            }

            @Override
            public int run(ShellCommand command, Duration timeout, Consumer<String> output, BooleanSupplier abandoned) {
                asked.add(command.text());
                labels.add(command.label());
                events.getOrDefault(asked.size(), () -> {}).run();
                Answer answer = answersTo.containsKey(command.text())
                        ? answersTo.get(command.text())
                        : answers.size() > 1 ? answers.remove() : answers.element();
                answer.lines().forEach(output);
                return answer.code();
            }

            @Override
            public void upload(Path local, String remote, Duration timeout, BooleanSupplier abandoned) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void downloadEnd(String remote, long most, Path local) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void download(String remote, Path local, Duration timeout, BooleanSupplier abandoned) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
    }

    private HostKey checked(SshTarget target, HostKeys hostKeys) {
        List<String> instead = hostKeys.check(target, shown);
        if (instead.isEmpty()) return shown;
        HostKey other = shownToo.filter(key -> instead.contains(key.type())).orElseThrow();
        if (!hostKeys.check(target, other).isEmpty()) throw new AssertionError("asked for that kind");
        return other;
    }
}
