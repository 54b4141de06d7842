package io.github.openstackmaven.ready;

import io.github.openstackmaven.ssh.SshTarget;
import java.time.Duration;
import java.time.Instant;

/**
 * A login whose key was refused. What is seen in the minute after it comes of it, too: sshd shuts out who is refused, and
 * then hangs up or is silent.
 *
 * @param last when it was refused for the last time, or shut out for it
 * @param shutOut whether it was shut out since
 */
record RefusedLogin(Instance instance, SshTarget target, Instant last, boolean shutOut) {
    private static final Duration CONSEQUENCES = Duration.ofMinutes(1);
    private static final String SHUT_OUT = " It has shut this machine out since (PerSourcePenalties, fail2ban).";

    /** Whether what is seen now comes of it. */
    boolean explains(Instant now) {
        return now.isBefore(last.plus(CONSEQUENCES));
    }

    /** The same, and shut out for it. */
    RefusedLogin shutOut(Instant now) {
        return new RefusedLogin(instance, target, now, true);
    }

    /** What that means for whoever waits: another user's key is not going to be taken, the image's own user's may be late. */
    ProbeResult seen() {
        String words = "refuses the key " + key();
        String advice = instance.image().advice(target.user()) + " It was tried with " + target.keyFile() + "."
                + (shutOut ? SHUT_OUT : "");
        ProbeResult seen = instance.image().isOwn(target.user())
                ? ProbeResult.notYet(words, advice)
                : ProbeResult.unlikely(words, advice);
        return seen.again(LoginPace.STEADY);
    }

    /** What is seen later, which may come of it, too. */
    ProbeResult after(ProbeResult later) {
        return later.advising(
                "Before, it refused the key " + key() + ", and fail2ban shuts out who is refused too often.");
    }

    private String key() {
        return String.valueOf(target.keyFile().getFileName());
    }
}
