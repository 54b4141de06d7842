package io.github.openstackmaven.ready;

/**
 * What one look at a server found.
 *
 * @param words go on where the subject ends: {@code refused the connection}
 * @param advice what to do when it stays so
 */
public record Seen(State state, String words, String advice) {

    /** Where it stands. */
    public enum State {
        /** As it should be. */
        HOLDS,
        /** Not as it should be, and may become so. */
        NOT_YET,
        /** Waiting won't help. */
        NEVER
    }

    /** It is as it should be. */
    public static Seen holds(String words) {
        return new Seen(State.HOLDS, words, "");
    }

    /** It may become so. */
    public static Seen notYet(String words, String advice) {
        return new Seen(State.NOT_YET, words, advice);
    }

    /** Waiting won't help. */
    public static Seen never(String words, String advice) {
        return new Seen(State.NEVER, words, advice);
    }
}
