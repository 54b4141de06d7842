package io.github.openstackmaven.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the process that decides which cloud is meant.
 *
 * @param variables the environment variables
 * @param workingDirectory where files are looked for first
 * @param home the user's home directory
 * @param osName Java's {@code os.name}, on which the user's configuration directory depends
 */
public record Environment(Map<String, String> variables, Path workingDirectory, Path home, String osName) {

    public Environment {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        workingDirectory = workingDirectory.toAbsolutePath();
    }

    /** This process's own. */
    public static Environment ofProcess() {
        Map<String, String> variables = System.getenv();
        return new Environment(
                variables,
                Path.of(""),
                Path.of(variables.getOrDefault("HOME", System.getProperty("user.home"))),
                System.getProperty("os.name"));
    }

    /** A variable, also when it is set to nothing. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** The same without the variables that make or choose a cloud. */
    Environment withoutClouds() {
        Map<String, String> others = new LinkedHashMap<>(variables);
        others.keySet().removeIf(name -> name.startsWith("OS_"));
        return new Environment(others, workingDirectory, home, osName);
    }

    /** The path with a leading {@code ~} replaced by the home directory. */
    Path expand(String path) {
        boolean fromHome = path.equals("~") || path.startsWith("~/");
        return fromHome ? home.resolve(path.substring(1).replaceFirst("^/+", "")) : Path.of(path);
    }
}
