package io.github.openstackmaven.ready;

/**
 * Result of one look at a server.
 *
 * @param words go on where the subject ends: {@code refused the connection}
 * @param advice what to do when it stays so
 */
public record ProbeResult(State state, String words, String advice) {

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
