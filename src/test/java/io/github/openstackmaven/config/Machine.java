package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user's machine with files and variables on it, below one directory. */
final class Machine {
    private final Path root;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<URI, Map<String, Object>> web = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private String osName = "Linux";

    Machine(Path root) {
        this.root = root;
        variables.put("XDG_CONFIG_DIRS", root.resolve("site").toString());
    }

    Path path(String path) {
        return root.resolve(path);
    }

    /** A file only its owner can read. */
    Machine file(String path, String text) {
        try {
            Path file = path(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The working directory's clouds.yaml. */
    Machine clouds(String yaml) {
        return file("here/clouds.yaml", yaml);
    }

    /** A clouds.yaml with the cloud demo, of which these are the lines beside a sound login. */
    Machine demo(String lines) {
        return clouds("""
                clouds:
                  demo:
                    auth: {auth_url: 'https://demo:5000', username: alice, password: s3cret, project_name: prod}
                """ + lines.indent(4));
    }

    Machine variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Machine web(String address, Map<String, Object> answer) {
        web.put(URI.create(address), answer);
        return this;
    }

    Machine os(String name) {
        osName = name;
        return this;
    }

    Environment environment() {
        return new Environment(variables, path("here"), path("home"), osName);
    }

    Settings load() {
        return load(Settings.none());
    }

    /** Loads with {@code key=value} given on the command line. */
    Settings load(String... explicit) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (String one : explicit) {
            String[] keyAndValue = one.split("=", 2);
            Source source = new Source.Explicit("-Dopenstack." + keyAndValue[0]);
            settings.put(keyAndValue[0], new Setting(keyAndValue[1], source));
        }
        return load(new Settings(settings));
    }

    OpenStackException failure(String... explicit) {
        return catchThrowableOfType(OpenStackException.class, () -> load(explicit));
    }

    /** Loads as {@link #load(String...)} and demands that a cloud is meant. */
    void demandCloud(String... explicit) {
        loader().demandCloud(load(explicit));
    }

    List<String> warnings() {
        return warnings;
    }

    KnownClouds known() {
        return loader().known();
    }

    private Settings load(Settings explicit) {
        return loader().load(explicit);
    }

    private CloudsLoader loader() {
        RemoteProfiles remote = address -> Optional.ofNullable(web.get(address));
        return new CloudsLoader(environment(), remote, warnings::add);
    }
}
