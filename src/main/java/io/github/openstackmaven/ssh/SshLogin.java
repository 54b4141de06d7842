package io.github.openstackmaven.ssh;

import java.time.Duration;

/** A connection with a server that has not let the user in yet. */
public interface SshLogin extends AutoCloseable {

    /**
     * Asks to be let in. Where the key is refused ({@link SshException.Reason#AUTH_REFUSED}) it may be asked again as long
     * as it is open. Of one that lets in no more is to be closed than the connection.
     *
     * @throws SshException when it does not
     */
    SshConnection enter(Duration timeout);

    /** Whether the server has not hung up. */
    boolean isOpen();

    @Override
    void close();
}
