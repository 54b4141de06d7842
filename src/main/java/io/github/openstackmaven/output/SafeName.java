package io.github.openstackmaven.output;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Name of a server where not every character may stand, and not any number of them: as a file's name, in {@code ssh_config},
 * in an inventory.
 */
record SafeName(String text) {
    private static final int LONGEST =
            120; // in bytes: some file systems have room for 143 and want some of it themselves

    /** Nova's name, with {@code -} for what is no letter, digit, {@code .}, {@code _} or {@code -}; the id where nothing is left. */
    static SafeName of(String name, String id) {
        return Stream.of(name, id, "server")
                .map(SafeName::plain)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> new SafeName(shortened(text)))
                .orElseThrow();
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}._-]", "-").replaceFirst("^[.-]+", "");
    }

    // Two long names that begin alike remain two.
    private static String shortened(String name) {
        if (bytes(name) <= LONGEST) return name;
        String ending = "-" + Integer.toHexString(name.hashCode());
        int end = name.length();
        while (bytes(name.substring(0, end)) > LONGEST - ending.length()) end = name.offsetByCodePoints(end, -1);
        return name.substring(0, end) + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return text;
    }
}
