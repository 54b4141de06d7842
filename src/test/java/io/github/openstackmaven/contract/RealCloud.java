package io.github.openstackmaven.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The cloud of {@code -Dcloud=NAME} in the clouds.yaml that {@code OS_CLIENT_CONFIG_FILE} names. */
final class RealCloud {
    private RealCloud() {}

    static CloudUnderTest underTest() {
        Map<String, String> settings = new HashMap<>();
        JsonNode cloud = entry();
        cloud.path("auth")
                .properties()
                .forEach(one ->
                        settings.put("auth." + one.getKey(), one.getValue().asText()));
        cloud.properties().stream()
                .filter(one -> one.getValue().isTextual())
                .forEach(one -> settings.put(one.getKey(), one.getValue().asText()));
        return new CloudUnderTest(settings);
    }

    private static JsonNode entry() {
        String file = System.getenv("OS_CLIENT_CONFIG_FILE");
        if (file == null) throw new IllegalStateException("OS_CLIENT_CONFIG_FILE names no clouds.yaml");
        try {
            return new YAMLMapper()
                    .readTree(Path.of(file).toFile())
                    .at("/clouds/" + System.getProperty("cloud", "demo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
