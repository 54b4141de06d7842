package io.github.openstackmaven.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts the output of a command into lines of UTF-8; the streams of one command take turns, line by line. */
final class Lines {
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_BYTES = 4; // of a character

    private final Consumer<String> output;

    Lines(Consumer<String> output) {
        this.output = output;
    }

    /** One more stream that ends in the same output. */
    Stream stream() {
        return new Stream();
    }

    private synchronized void print(String line) {
        output.accept(line);
    }

    /** Bytes in, lines out; the last needs no end. */
    final class Stream extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            if (b == '\n' || isFullBefore(b)) end();
            if (b != '\n') line.write(b);
        }

        private boolean isFullBefore(int b) {
            return line.size() >= (isInsideCharacter(b) ? LONGEST + MOST_BYTES : LONGEST);
        }

        @Override
        public synchronized void close() {
            if (line.size() > 0) end();
        }

        private void end() {
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            print(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        }

        private static boolean isInsideCharacter(int b) {
            return (b & 0xC0) == 0x80;
        }
    }
}
