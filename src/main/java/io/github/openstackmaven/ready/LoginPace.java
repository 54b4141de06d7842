package io.github.openstackmaven.ready;

import java.time.Duration;
import java.time.Instant;

/**
 * When to try a login again that was refused: sshd, from OpenSSH 9.8 on, notes 5 s for each that fails, and shuts a
 * machine out that has more than 15 s against it
 * (<a href="https://man.openbsd.org/sshd_config#PerSourcePenalties">PerSourcePenalties</a>).
 */
final class LoginPace {
    private static final Duration PENALTY = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofSeconds(12); // a connection given up for another reason counts 1 s

    private Instant forgiven = Instant.MIN;

    /** Whether a login may fail now. */
    boolean allows(Instant now) {
        return !forgiven.plus(PENALTY).isAfter(now.plus(MOST));
    }

    /** One was refused. */
    void refused(Instant now) {
        forgiven = (forgiven.isAfter(now) ? forgiven : now).plus(PENALTY);
    }
}
