package io.github.openstackmaven.ssh;

/**
 * What the user's shell on a server is given.
 *
 * @param label how it is called in messages, where the text may hold what belongs in no log
 */
public record ShellCommand(String text, String label) {
    private static final int LONG = 80;

    /** A command that is called by its first line. */
    public static ShellCommand of(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return new ShellCommand(text, line.length() > LONG ? line.substring(0, LONG - 1) + "…" : line);
    }
}
