package io.github.openstackmaven.output;

import java.nio.file.Path;

/** A value of {@code ssh_config}: see <a href="https://man.openbsd.org/ssh_config">ssh_config(5)</a>. */
final class SshValue {
    private SshValue() {}

    /** One word, whatever is in it; what would end the line is left out. */
    static String quoted(String text) {
        return '"' + text.replaceAll("\\p{Cntrl}", "").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A file, with {@code /} between folders on Windows too, and {@code %} for itself. */
    static String quoted(Path file) {
        return quoted(file.toString()
                .replace(file.getFileSystem().getSeparator(), "/")
                .replace("%", "%%"));
    }
}
