package io.github.openstackmaven.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A properties file in ASCII, in order of the names and without the date that Java puts at its top. */
record PropertiesText(Map<String, String> values) {

    /** The file's text. */
    String text() {
        Properties properties = new Properties();
        properties.putAll(values);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            properties.store(file, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return file.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
