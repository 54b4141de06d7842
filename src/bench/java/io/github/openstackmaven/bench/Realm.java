package io.github.openstackmaven.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What Maven loads for the plugin: its own jar, and those it brings.
 *
 * @param jars their paths in a repository
 * @param bytes how large they are together
 */
record Realm(List<String> jars, long bytes) {
    private static final Pattern INCLUDED =
            Pattern.compile("Included: ([^:\\s]+):([^:\\s]+):jar:([^:\\s]+)$", Pattern.MULTILINE);

    /** As Maven tells it with {@code -X}. */
    static Realm told(String log, Path repository) {
        List<String> paths = INCLUDED.matcher(log)
                .results()
                .map(jar -> jar.group(1).replace('.', '/') + "/" + jar.group(2) + "/" + jar.group(3) + "/"
                        + jar.group(2) + "-" + jar.group(3) + ".jar")
                .distinct()
                .toList();
        long bytes =
                paths.stream().mapToLong(path -> size(repository.resolve(path))).sum();
        return new Realm(paths, bytes);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For people. */
    String text() {
        return String.format(Locale.ROOT, "The plugin and what it brings: %d jars, %.1f MB", jars.size(), bytes / 1e6);
    }
}
