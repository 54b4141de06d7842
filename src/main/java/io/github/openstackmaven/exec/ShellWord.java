package io.github.openstackmaven.exec;

/** A text as one word of a POSIX shell. */
final class ShellWord {
    private ShellWord() {}

    /** The text in quotes, in which nothing has a meaning. */
    static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
