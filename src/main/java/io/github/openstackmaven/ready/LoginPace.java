package io.github.openstackmaven.ready;

import java.time.Duration;
import java.time.Instant;

/**
 * When to ask again for a login that was refused: sshd, from OpenSSH 9.8 on, notes 5 s for each connection that ends so,
 * and shuts a machine out that has more than 15 s against it
 * (<a href="https://man.openbsd.org/sshd_config#PerSourcePenalties">PerSourcePenalties</a>). How often one connection asked
 * is all the same to it, up to {@code MaxAuthTries}.
 */
final class LoginPace {
    private static final Duration PENALTY = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofSeconds(12); // a connection given up for another reason counts 1 s
    // Each counts for two of six, and the sixth would be told in the server's log, where fail2ban reads it.
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** As often as it can go on: a connection's tries take the time that its penalty does. */
    static final Duration STEADY = PENALTY.dividedBy(TRIES);

    private Instant asked = Instant.MIN;
    private Instant forgiven = Instant.MIN;
    private int tries;

    /** Whether it may be refused now. */
    boolean allows(Instant now) {
        return !asked.plus(PAUSE).isAfter(now) && (tries > 0 || mayConnect(now));
    }

    private boolean mayConnect(Instant now) {
        return !forgiven.plus(PENALTY).isAfter(now.plus(MOST));
    }

    /** It was refused, and the connection may stay: whether that may be asked again. */
    boolean refused(Instant now) {
        asked = now;
        return ++tries < TRIES;
    }

    /** The user was let in. */
    void entered() {
        tries = 0;
    }

    /** The connection has ended without a login. */
    void ended(Instant now) {
        tries = 0;
        asked = now;
        forgiven = (forgiven.isAfter(now) ? forgiven : now).plus(PENALTY);
    }
}
