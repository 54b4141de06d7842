package io.github.openstackmaven.ready;

import io.github.openstackmaven.ssh.SshTarget;
import java.time.Duration;
import java.time.Instant;

/**
 * A login whose key was refused. What is seen in the minute after it comes of it, too: sshd shuts out who is refused, and
 * then hangs up or is silent.
 *
 * @param last when it was refused for the last time
 */
record RefusedLogin(Instance instance, SshTarget target, Instant last) {
    private static final Duration CONSEQUENCES = Duration.ofMinutes(1);

    /** Whether what is seen now comes of it. */
    boolean explains(Instant now) {
        return now.isBefore(last.plus(CONSEQUENCES));
    }

    /** What that means for whoever waits: another user's key is not going to be taken, the image's own user's may be late. */
    ProbeResult seen() {
        String words = "refuses the key " + target.keyFile().getFileName();
        String advice = instance.image().advice(target.user()) + " The key is " + target.keyFile() + ".";
        return instance.image().isOwn(target.user())
                ? ProbeResult.notYet(words, advice)
                : ProbeResult.unlikely(words, advice);
    }
}
