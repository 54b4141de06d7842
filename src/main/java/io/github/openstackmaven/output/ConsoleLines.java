package io.github.openstackmaven.output;

import java.util.function.Consumer;

/** Makes lines of a text that comes in pieces. */
final class ConsoleLines implements Consumer<String> {
    private final Consumer<String> out;
    private final StringBuilder begun = new StringBuilder();

    ConsoleLines(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void accept(String piece) {
        begun.append(piece);
        int end = begun.lastIndexOf("\n");
        if (end < 0) return;
        begun.substring(0, end).lines().forEach(out);
        begun.delete(0, end + 1);
    }

    /** Nothing more comes: a line that has no end is one all the same. */
    void end() {
        if (!begun.isEmpty()) out.accept(begun.toString());
        begun.setLength(0);
    }
}
