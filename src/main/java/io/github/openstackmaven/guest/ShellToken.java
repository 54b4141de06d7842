package io.github.openstackmaven.guest;

import java.util.List;

/** A piece of a command line. */
sealed interface ShellToken {

    /**
     * A word before it is expanded.
     *
     * @param quoted whether some of it is in quotes, which keeps it one word
     */
    record Word(List<Part> parts, boolean quoted) implements ShellToken {
        public Word {
            parts = List.copyOf(parts);
        }

        /** Whether it is this word and nothing that would only become it. */
        boolean is(String text) {
            return !quoted && parts.size() == 1 && parts.get(0).equals(new Part(Kind.TEXT, text));
        }
    }

    /** What stands between words: {@code ;}, {@code &&}, {@code |}, {@code >} and others. */
    record Operator(String text) implements ShellToken {
        boolean isRedirection() {
            return text.contains(">") || text.equals("<");
        }
    }

    /** What a part of a word is. */
    enum Kind {
        TEXT,
        VARIABLE,
        COMMAND
    }

    /** A part of a word: text, a variable's name, or a command whose output it is. */
    record Part(Kind kind, String text) {}
}
