package io.github.openstackmaven;

import java.util.regex.Pattern;

/**
 * Text from outside, as a terminal, a page or the runner of a CI job may show it: nothing in it sets a title or a colour,
 * clears the screen, hides or turns round what stands there, or is a command. Consoles, faults, names and messages may hold
 * anything.
 */
public final class PlainText {
    // ECMA-48: control sequences; strings (of which the title is one) with their end; other escapes.
    private static final Pattern SEQUENCE = Pattern.compile("(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]?"
            + "|(?:\u001b[]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c\r\n]*+(?:\u0007|\u001b\\\\|\u009c)"
            + "|\u001b[ -/]*[0-~]?");
    private static final Pattern LINE_BREAK = Pattern.compile("\r+\n?");
    // What is left of control and format characters, and halves of characters; joiners belong to words of some scripts.
    private static final Pattern HEEDED =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\uFFFE\uFFFF&&[^\n\t\u200C\u200D]]");
    // What the runners of GitHub, Azure and TeamCity do instead of showing it: the latter's wherever it stands in a
    // line.
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^([\\p{Zs}\t]*+:)(?=:[A-Za-z][\\w-]*+(?: [^\n]*?)?::)" + "|(##)(?=[A-Za-z]*+\\[)");
    private static final Pattern BREAKS = Pattern.compile("[\n\t]+");

    private PlainText() {}

    /**
     * The text with its lines and tabs. Escape sequences are left out, a carriage return is a line break, and any other
     * character that would be heeded instead of shown is U+FFFD. A runner's command, as {@code ::error::} or
     * {@code ##vso[task.complete]}, has a space in it.
     */
    public static String of(String text) {
        String unescaped = SEQUENCE.matcher(text).replaceAll("");
        String shown =
                HEEDED.matcher(LINE_BREAK.matcher(unescaped).replaceAll("\n")).replaceAll("\uFFFD");
        return COMMAND.matcher(shown).replaceAll("$1$2 ");
    }

    /** The same on one line. */
    public static String onOneLine(String text) {
        return BREAKS.matcher(of(text)).replaceAll(" ").strip();
    }
}
