package io.github.openstackmaven.ready;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.WaitFor;
import io.github.openstackmaven.ssh.HostKey;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.KnownHosts;
import io.github.openstackmaven.ssh.ShellCommand;
import io.github.openstackmaven.ssh.Ssh;
import io.github.openstackmaven.ssh.SshConnection;
import io.github.openstackmaven.ssh.SshException;
import io.github.openstackmaven.ssh.SshTarget;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Looks at a server from inside. The key it shows at the first login is expected of it from then on. */
final class GuestLogin {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ASK = Duration.ofSeconds(30);

    private final Guest guest;
    private final Ssh ssh;
    private final SshTarget target;
    private HostKeys hostKeys;
    private Optional<HostKey> hostKey = Optional.empty();

    /**
     * A login that was not tried yet.
     *
     * @throws NotReadyException when it can't be, since key or user are not known
     */
    GuestLogin(Guest guest, WaitFor.Ssh wanted, Ssh ssh) {
        this.guest = guest;
        this.ssh = ssh;
        this.target = new SshTarget(
                guest.ip().orElse(""),
                wanted.port(),
                wanted.user()
                        .or(guest::user)
                        .orElseThrow(() -> impossible(
                                "no user to log in as",
                                "Set <waitFor><ssh><user>: each image has its own (cirros, debian, ubuntu, …).")),
                guest.keyFile()
                        .orElseThrow(() -> impossible(
                                "no private key to log in with",
                                "Set <keyPair>ephemeral</keyPair>, or <keyFile> to the private half of <keyPair>.")));
        this.hostKeys = new HostKeys(this::console, KnownHosts.none());
    }

    SshTarget target() {
        return target;
    }

    /** Whether the user is let in, and the command, if there is one, exits with 0. */
    Seen letsIn(Optional<String> command, Duration left, BooleanSupplier ended) {
        try (SshConnection connection = connect(left)) {
            if (command.isEmpty()) return Seen.holds("lets the user in");
            Deque<String> tail = new ArrayDeque<>();
            int code = connection.run(ShellCommand.of(command.get()), left, tail::addLast, ended);
            if (code == 0) return Seen.holds("lets the user in, and the command exits with 0");
            return Seen.notYet(
                    "ran '" + command.get() + "', which exits with " + code
                            + (tail.isEmpty() ? "" : ": " + tail.getLast()),
                    "Log in and run it by hand, or raise the <timeout>.");
        } catch (SshException e) {
            return failed(e);
        }
    }

    /** Whether cloud-init has come to its end. */
    Seen cloudInit(Duration left, BooleanSupplier ended) {
        try (SshConnection connection = connect(left)) {
            List<String> answer = new ArrayList<>();
            connection.run(ShellCommand.of(CloudInitReport.COMMAND), least(left, ASK), answer::add, ended);
            return CloudInitReport.parse(answer).seen();
        } catch (SshException e) {
            return failed(e);
        }
    }

    Ready ready() {
        return new Ready(
                Optional.of(target.user()),
                hostKey,
                hostKey.map(key -> KnownHosts.line(target.host(), target.port(), key)));
    }

    private SshConnection connect(Duration left) {
        SshConnection connection = ssh.connect(target, hostKeys, least(left, CONNECT));
        if (hostKey.isEmpty()) hostKeys = hostKeys.pinned(target, connection.hostKey());
        hostKey = Optional.of(connection.hostKey());
        return connection;
    }

    private Seen failed(SshException e) {
        Reach reach = new Reach(guest, target.port());
        return switch (e.reason()) {
            case HOST_KEY_CHANGED, KEY_UNUSABLE -> Seen.never("is not to be had: " + e.getMessage(), e.advice());
            case REFUSED -> reach.refused();
            case UNREACHABLE -> reach.unreachable("does not answer");
            case AUTH_REFUSED -> Seen.notYet("refuses the key " + target.keyFile(), e.advice());
            default -> Seen.notYet("broke off: " + e.getMessage(), e.advice());
        };
    }

    // Not every cloud lets its users read it.
    private String console() {
        try {
            return guest.console().get();
        } catch (OpenStackException e) {
            return "";
        }
    }

    private NotReadyException impossible(String why, String advice) {
        return new NotReadyException(guest, "ssh", "there is " + why, advice);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
