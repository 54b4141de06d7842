package io.github.openstackmaven.teardown;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;

/** Prints as Maven does, when Maven's own log and {@code System.out} may be gone already. */
public final class Console implements Consumer<String> {
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset());

    @Override
    public void accept(String line) {
        out.println("[INFO] " + line);
    }
}
