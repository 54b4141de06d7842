package io.github.openstackmaven.ssh;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.ssh.SshException.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.sshd.common.SshConstants;

/** What MINA's errors mean to a user. */
record SshFailure(SshTarget target) {

    /** That the host has no address. */
    SshException unknownHost() {
        return new SshException(
                Reason.UNREACHABLE,
                "Cannot reach " + target + ": the host name is unknown",
                "Check the name, or use the address.");
    }

    /** Why no connection came about. */
    SshException connecting(IOException cause, Duration timeout) {
        if (isInterrupt(cause)) return interrupted(cause);
        if (isCausedBy(cause, TimeoutException.class)) return silent(cause, timeout);
        String words = text(cause);
        if (words.contains("refused")) {
            return new SshException(
                    Reason.REFUSED,
                    target.host() + " refused the connection to port " + target.port(),
                    "The machine is there and nothing listens on that port: check that sshd runs, and the port.",
                    cause);
        }
        boolean nobody = words.contains("No route to host") || words.contains("Host is down");
        return new SshException(
                nobody ? Reason.NO_ROUTE : Reason.UNREACHABLE,
                "Cannot reach " + target + (nobody ? ": no machine is at that address (" : ": ") + words
                        + (nobody ? ")" : ""),
                "Check that the server runs, and that this machine reaches its network.",
                cause);
    }

    /**
     * Why a connection became no login.
     *
     * @param greeted whether the server had said that it is one of SSH
     * @param said what it tells whoever logs in
     */
    SshException loggingIn(IOException cause, Duration timeout, boolean greeted, Optional<String> said) {
        if (isInterrupt(cause)) return interrupted(cause);
        int disconnect = disconnect(cause);
        if (disconnect == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                || text(cause).contains("Too many authentication failures")) {
            return new SshException(
                    Reason.AUTH_REFUSED,
                    target + " refused the key " + target.keyFile(),
                    "Check the user, which each image has its own of (cirros, debian, ubuntu, cloud-user, …), and that"
                            + " the server was created with the keypair of that key.",
                    cause);
        }
        if (isCausedBy(cause, TimeoutException.class)) return silent(cause, timeout);
        if (!greeted) {
            return new SshException(
                    Reason.HUNG_UP,
                    target.host() + " hung up on port " + target.port() + " before it said that it is an SSH server",
                    "OpenSSH does so while it starts, and to who was refused too often (PerSourcePenalties, MaxStartups,"
                            + " fail2ban). Else check that it is an SSH server that listens on that port.",
                    cause);
        }
        return new SshException(
                Reason.LOST,
                "No SSH with " + target + ": "
                        + said.map(words -> "it says '" + words + "', and hangs up")
                                .orElseGet(() -> text(cause)),
                said.isPresent()
                        ? "Wait until the server has booted, or look at its console log: PAM lets nobody in until then."
                        : "Check that it is an SSH server that listens on that port.",
                cause);
    }

    /** That the server has no key of the kinds that are known. */
    SshException otherKinds(List<String> kinds, IOException cause) {
        return new SshException(
                Reason.HOST_KEY_CHANGED,
                "Host key changed: " + target + " shows no key of the kinds it is known by (" + String.join(", ", kinds)
                        + ")",
                "Another machine answers at this address, or the server was built anew. If it is the one meant, delete"
                        + " its line from known_hosts.",
                cause);
    }

    /** Whether no kind of host key was to the liking of both sides. */
    static boolean isAboutHostKeys(IOException cause) {
        return disconnect(cause) == SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED
                && text(cause).contains("host key");
    }

    private SshException silent(IOException cause, Duration timeout) {
        return new SshException(
                Reason.UNREACHABLE,
                target.host() + " gave no answer on port " + target.port() + " within " + timeout.toSeconds() + " s",
                "Check that a security group of the server lets tcp " + target.port()
                        + " in, and that this machine reaches the address.",
                cause);
    }

    /** That a command took too long. */
    SshException late(ShellCommand command, Duration timeout) {
        return new SshException(
                Reason.TIMEOUT,
                "'" + command.label() + "' on " + target + " did not end within " + timeout.toSeconds() + " s",
                "Give it more time. It may still run on the server.");
    }

    /** That a command ended without an exit code. */
    SshException noExitCode(ShellCommand command, Optional<String> signal) {
        return new SshException(
                Reason.LOST,
                "'" + command.label() + "' on " + target + " "
                        + signal.map(name -> "was ended by signal " + name)
                                .orElse("has no exit code: the connection was lost"),
                "Look at the server's console log: it may have run out of memory, or been rebooted.");
    }

    /** That the connection ended. */
    SshException lost(IOException cause) {
        if (isInterrupt(cause)) return interrupted(cause);
        return new SshException(
                Reason.LOST,
                "The SSH connection with " + target + " was lost: " + text(cause),
                "Look at the server's console log: it may have been rebooted.",
                cause);
    }

    /**
     * That a file did not get there.
     *
     * @param what names both ends
     * @param local the end on this machine
     */
    SshException file(String what, Path local, IOException cause) {
        if (isInterrupt(cause)) return interrupted(cause);
        return new SshException(
                Reason.FILE,
                "Cannot " + what + " on " + target + ": " + reason(local, cause),
                localProblem(cause).isPresent()
                        ? "Check the path on this machine, and that you may use it."
                        : "Check that the path is there and that user " + target.user() + " may use it.",
                cause);
    }

    /**
     * That it did not in time.
     *
     * @param what names both ends
     */
    SshException late(String what, Duration timeout, IOException cause) {
        return new SshException(
                Reason.TIMEOUT,
                "Cannot " + what + " on " + target + " within " + timeout.toSeconds() + " s",
                "Give it more time, or move less.",
                cause);
    }

    /**
     * Why a file did not get there, and whether it is this machine's fault.
     *
     * @param local the end on this machine
     */
    static String reason(Path local, IOException cause) {
        return localProblem(cause)
                .map(problem -> FileProblem.of(local, problem) + ", on this machine")
                .orElseGet(() -> text(cause));
    }

    private static Optional<FileSystemException> localProblem(IOException cause) {
        return causes(cause)
                .filter(FileSystemException.class::isInstance)
                .map(FileSystemException.class::cast)
                .findFirst();
    }

    private SshException interrupted(IOException cause) {
        return new SshException(
                Reason.INTERRUPTED,
                "Interrupted during SSH with " + target,
                "What was begun there may still run.",
                cause);
    }

    private static boolean isInterrupt(IOException cause) {
        boolean interrupt =
                isCausedBy(cause, InterruptedIOException.class) || isCausedBy(cause, ClosedByInterruptException.class);
        if (isCausedBy(cause, InterruptedException.class))
            Thread.currentThread().interrupt();
        return interrupt;
    }

    private static int disconnect(Throwable cause) {
        return causes(cause)
                .filter(org.apache.sshd.common.SshException.class::isInstance)
                .mapToInt(one -> ((org.apache.sshd.common.SshException) one).getDisconnectCode())
                .max()
                .orElse(0);
    }

    // The innermost says it in the system's words; MINA's own name its classes.
    private static String text(Throwable cause) {
        return causes(cause)
                .filter(one -> !(one instanceof UncheckedIOException))
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner)
                .orElse(cause.getClass().getSimpleName());
    }

    private static boolean isCausedBy(Throwable cause, Class<? extends Throwable> type) {
        return causes(cause).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause);
    }
}
