package io.github.openstackmaven.ready;

import java.time.Duration;
import java.util.Optional;

/**
 * Result of one look at a server.
 *
 * @param words go on where the subject ends: {@code refused the connection}
 * @param advice what to do when it stays so
 * @param again how soon it is worth another look; empty for as often as one looks anyway
 */
public record ProbeResult(State state, String words, String advice, Optional<Duration> again) {

    private ProbeResult(State state, String words, String advice) {
        this(state, words, advice, Optional.empty());
    }

    /** Where it stands. */
    public enum State {
        /** As it should be. */
        HOLDS,
        /** Not as it should be, and may become so. */
        NOT_YET,
        /** Not as it should be, and hardly becomes so: who sees that for a minute need not wait any longer. */
        UNLIKELY,
        /** Nobody has looked: it had to wait for its turn too long. */
        UNSEEN,
        /** Waiting won't help. */
        NEVER
    }

    /** It is as it should be. */
    public static ProbeResult holds(String words) {
        return new ProbeResult(State.HOLDS, words, "");
    }

    /** It may become so. */
    public static ProbeResult notYet(String words, String advice) {
        return new ProbeResult(State.NOT_YET, words, advice);
    }

    /** It hardly becomes so. */
    public static ProbeResult unlikely(String words, String advice) {
        return new ProbeResult(State.UNLIKELY, words, advice);
    }

    /** The same, and worth another look that soon. */
    ProbeResult again(Duration soon) {
        return new ProbeResult(state, words, advice, Optional.of(soon));
    }

    /** The same, with more advice. */
    ProbeResult advising(String more) {
        return new ProbeResult(state, words, advice + " " + more, again);
    }

    /** Nobody has looked. */
    static ProbeResult unseen() {
        return new ProbeResult(
                State.UNSEEN,
                "had to wait for its turn among the servers",
                "Raise the <timeout>, or launch fewer servers at a time.");
    }

    /** Waiting won't help. */
    public static ProbeResult never(String words, String advice) {
        return new ProbeResult(State.NEVER, words, advice);
    }
}
