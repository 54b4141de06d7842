package io.github.openstackmaven.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The facts about OpenStack that come with the plugin: a YAML file where they are layers under a clouds.yaml, else
 * properties, which are read in a fraction of the time.
 */
final class Bundled {

    private Bundled() {}

    static Map<String, Object> yaml(String name) {
        return CloudEntry.mapping(PlainData.of(SettingsFile.yaml(text(name))), name);
    }

    static Properties properties(String name) {
        Properties facts = new Properties();
        try {
            facts.load(new StringReader(text(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts;
    }

    /** A list that is written with blanks in between; empty where there is none. */
    static List<String> list(Properties facts, String name) {
        String text = facts.getProperty(name, "");
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static String text(String name) {
        try (InputStream in = Bundled.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not in the plugin's jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
