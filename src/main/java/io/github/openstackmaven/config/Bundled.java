package io.github.openstackmaven.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The facts about OpenStack that come with the plugin, a YAML file each. */
final class Bundled {

    private Bundled() {}

    static Map<String, Object> read(String name) {
        try (InputStream in = Bundled.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not in the plugin's jar");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return CloudEntry.mapping(PlainData.of(SettingsFile.yaml(text)), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
