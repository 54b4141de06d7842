package io.github.openstackmaven.ssh;

/** Failures of SSH, for who must bear them. */
public final class SshExceptions {
    private SshExceptions() {}

    public static SshException of(SshException.Reason reason) {
        return new SshException(reason, "it is " + reason, "Check the keypair.");
    }
}
