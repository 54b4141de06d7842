package io.github.openstackmaven.ssh;

import io.github.openstackmaven.OpenStackException;

/** Why something over SSH did not work. */
public final class SshException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    /** What it was that went wrong, for whoever has to decide whether to try again. */
    public enum Reason {
        /** No connection came about. */
        UNREACHABLE,
        /** No machine is at the address. */
        NO_ROUTE,
        /** The machine is there and nothing listens on the port. */
        REFUSED,
        /** It hung up before it said that it is an SSH server. */
        HUNG_UP,
        /** The server did not accept the user with that key. */
        AUTH_REFUSED,
        /** The server is not the one whose key is known. */
        HOST_KEY_CHANGED,
        /** The private key on this machine can't be used. */
        KEY_UNUSABLE,
        /** A command took too long, or a file did. */
        TIMEOUT,
        /** The connection ended before the work was done. */
        LOST,
        /** A file could not be read or written, here or there. */
        FILE,
        /** This side wants no more of it. */
        INTERRUPTED
    }

    private final Reason reason;

    SshException(Reason reason, String message, String advice) {
        super(message, advice);
        this.reason = reason;
    }

    SshException(Reason reason, String message, String advice, Throwable cause) {
        super(message, advice, cause);
        this.reason = reason;
    }

    /** What it was that went wrong. */
    public Reason reason() {
        return reason;
    }
}
