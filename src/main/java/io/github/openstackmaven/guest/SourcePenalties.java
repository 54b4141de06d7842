package io.github.openstackmaven.guest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What a guest's sshd has against whoever connects, as OpenSSH's has since 9.8
 * (<a href="https://man.openbsd.org/sshd_config#PerSourcePenalties">PerSourcePenalties</a>). All come from this machine, and
 * so from one source.
 */
final class SourcePenalties {
    private static final Duration REFUSED = Duration.ofSeconds(5);
    private static final Duration NO_LOGIN = Duration.ofSeconds(1);
    private static final Duration LEAST = Duration.ofSeconds(15);
    private static final Duration MOST = Duration.ofMinutes(10);

    private final InstantSource clock;
    private Instant expiry = Instant.MIN;
    private boolean active;

    SourcePenalties(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a connection is dropped before a word is said. */
    synchronized boolean shutOut() {
        if (expiry.isBefore(clock.instant())) active = false;
        return active;
    }

    /** A connection ended without a login. */
    synchronized void ended(boolean asked) {
        Instant now = clock.instant();
        boolean before = shutOut();
        Instant sum = (expiry.isBefore(now) ? now : expiry).plus(asked ? REFUSED : NO_LOGIN);
        expiry = sum.isAfter(now.plus(MOST)) ? now.plus(MOST) : sum;
        active = before || expiry.isAfter(now.plus(LEAST));
    }
}
