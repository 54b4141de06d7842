package io.github.openstackmaven.ready;

import java.time.Duration;

/**
 * A step on the way to ready, for whoever reports progress.
 *
 * @param server the server's name
 * @param id the server's id
 * @param check what is waited for: {@code address}, {@code tcp 22}, {@code ssh}, {@code cloudInit}, {@code http} or
 *     {@code log}
 * @param seen what was last seen, with its subject: {@code tcp 22 of 192.0.2.1 refused the connection}; at the begin the
 *     subject alone
 * @param elapsed since this check began
 */
public record ReadyEvent(String server, String id, String check, Phase phase, String seen, Duration elapsed) {

    /** Where the wait for a check is. */
    public enum Phase {
        /** It begins. */
        BEGIN,
        /** Something else is seen than before. */
        CHANGE,
        /** Nothing has changed for a while. */
        STILL,
        /** It holds. */
        END
    }
}
