package io.github.openstackmaven.ready;

import java.util.function.Consumer;

/** Of what a command prints, the last line that says something. */
final class Tail implements Consumer<String> {
    private volatile String line = "";

    @Override
    public void accept(String printed) {
        if (!printed.isBlank()) line = printed.strip();
    }

    /** The line; empty text when there was none. */
    String line() {
        return line;
    }

    /** The same as the end of a sentence. */
    String quoted() {
        return line.isEmpty() ? "" : ": " + line;
    }
}
