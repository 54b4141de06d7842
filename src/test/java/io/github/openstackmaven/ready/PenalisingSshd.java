package io.github.openstackmaven.ready;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.Ssh;
import io.github.openstackmaven.ssh.SshConnection;
import io.github.openstackmaven.ssh.SshException;
import io.github.openstackmaven.ssh.SshExceptions;
import io.github.openstackmaven.ssh.SshLogin;
import io.github.openstackmaven.ssh.SshTarget;
import java.time.Duration;
import java.time.Instant;

/**
 * Refuses as OpenSSH does since 9.8: by srclimit.c, with its standard PerSourcePenalties. A connection ends with as many
 * failures as MaxAuthTries, of which a try is two, that of method {@code none} being one, and the first only one.
 */
final class PenalisingSshd implements Ssh {
    private static final Duration MIN = Duration.ofSeconds(15);
    private static final Duration MAX = Duration.ofMinutes(10);

    private final SteppedTime time;
    private final Ssh letsIn;
    private Duration penalty = Duration.ofSeconds(5);
    private int maxAuthTries = 6;
    private SshException.Reason reason = SshException.Reason.AUTH_REFUSED;
    private Instant from = Instant.MAX;
    private Instant expiry = Instant.MIN;
    private boolean active;
    private int open;
    private int connections;
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

    PenalisingSshd maxAuthTries(int most) {
        maxAuthTries = most;
        return this;
    }

    /** As PAM does where nobody may log in yet. */
    PenalisingSshd breakingOff() {
        reason = SshException.Reason.LOST;
        return maxAuthTries(1);
    }

    void letsInFrom(Instant instant) {
        from = instant;
    }

    int connections() {
        return connections;
    }

    int refusals() {
        return refusals;
    }

    int shutOuts() {
        return shutOuts;
    }

    /** Connections nobody has closed. */
    int open() {
        return open;
    }

    @Override
    public SshLogin begin(SshTarget target, HostKeys hostKeys, Duration timeout) {
        if (expiry.isBefore(time.now())) active = false;
        if (active) {
            shutOuts++;
            throw SshExceptions.of(SshException.Reason.HUNG_UP);
        }
        connections++;
        open++;
        return new Login(letsIn.begin(target, hostKeys, timeout));
    }

    private void penalise(Instant now) {
        expiry = (expiry.isBefore(now) ? now : expiry).plus(penalty);
        if (expiry.isAfter(now.plus(MAX))) expiry = now.plus(MAX);
        if (expiry.isAfter(now.plus(MIN))) active = true;
    }

    private final class Login implements SshLogin {
        private final SshLogin entrance;
        private int failures;
        private boolean ended;

        Login(SshLogin entrance) {
            this.entrance = entrance;
        }

        @Override
        public SshConnection enter(Duration timeout) {
            if (!time.now().isBefore(from)) {
                open--;
                return entrance.enter(timeout);
            }
            refusals++;
            failures += failures == 0 ? 1 : 2;
            if (failures >= maxAuthTries) end();
            throw SshExceptions.of(reason);
        }

        @Override
        public boolean isOpen() {
            return !ended;
        }

        @Override
        public void close() {
            if (!ended) end();
            open--;
        }

        private void end() {
            ended = true;
            penalise(time.now());
        }
    }
}
