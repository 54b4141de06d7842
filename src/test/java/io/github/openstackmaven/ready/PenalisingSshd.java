package io.github.openstackmaven.ready;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.Ssh;
import io.github.openstackmaven.ssh.SshConnection;
import io.github.openstackmaven.ssh.SshException;
import io.github.openstackmaven.ssh.SshExceptions;
import io.github.openstackmaven.ssh.SshTarget;
import java.time.Duration;
import java.time.Instant;

/** Refuses as OpenSSH does since 9.8: by srclimit.c, with its standard PerSourcePenalties. */
final class PenalisingSshd implements Ssh {
    private static final Duration MIN = Duration.ofSeconds(15);
    private static final Duration MAX = Duration.ofMinutes(10);

    private final SteppedTime time;
    private final Ssh letsIn;
    private Duration penalty = Duration.ofSeconds(5);
    private Instant from = Instant.MAX;
    private Instant expiry = Instant.MIN;
    private boolean active;
    private int refusals;
    private int shutOuts;

    PenalisingSshd(SteppedTime time, Ssh letsIn) {
        this.time = time;
        this.letsIn = letsIn;
    }

    PenalisingSshd penalisingFor(Duration other) {
        penalty = other;
        return this;
    }

    void letsInFrom(Instant instant) {
        from = instant;
    }

    int refusals() {
        return refusals;
    }

    int shutOuts() {
        return shutOuts;
    }

    @Override
    public SshConnection connect(SshTarget target, HostKeys hostKeys, Duration timeout) {
        Instant now = time.now();
        if (expiry.isBefore(now)) active = false;
        if (active) {
            shutOuts++;
            throw SshExceptions.of(SshException.Reason.HUNG_UP);
        }
        if (!now.isBefore(from)) return letsIn.connect(target, hostKeys, timeout);
        refusals++;
        penalise(now);
        throw SshExceptions.of(SshException.Reason.AUTH_REFUSED);
    }

    private void penalise(Instant now) {
        expiry = (expiry.isBefore(now) ? now : expiry).plus(penalty);
        if (expiry.isAfter(now.plus(MAX))) expiry = now.plus(MAX);
        if (expiry.isAfter(now.plus(MIN))) active = true;
    }
}
