package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the process that decides which cloud is meant.
 *
 * @param variables the environment variables; {@code OS_*} that are set to nothing count as unset
 * @param workingDirectory where files are looked for first
 * @param home the user's home directory
 * @param osName Java's {@code os.name}, on which the user's configuration directory depends
 */
public record Environment(Map<String, String> variables, Path workingDirectory, Path home, String osName) {

    private static final String OPENSTACK = "OS_";

    public Environment {
        Map<String, String> set = new LinkedHashMap<>(variables);
        // CI files pass on as empty what nobody has set.
        set.entrySet()
                .removeIf(one ->
                        one.getKey().startsWith(OPENSTACK) && one.getValue().isEmpty());
        variables = Collections.unmodifiableMap(set);
        workingDirectory = workingDirectory.toAbsolutePath();
    }

    /** That of this process for who has called it with those variables. */
    public static Environment of(Map<String, String> variables) {
        return new Environment(
                variables,
                Path.of(""),
                Path.of(variables.getOrDefault("HOME", System.getProperty("user.home"))),
                System.getProperty("os.name"));
    }

    /** A variable; of those that are not {@code OS_*} also one that is set to nothing. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /**
     * A variable that chooses a cloud or a file.
     *
     * @throws OpenStackException when its value ends in a line break, or another control character
     */
    Optional<String> selector(String name) {
        Optional<String> text = variable(name);
        text.ifPresent(one -> StrayCharacters.refuse(Map.of(name, one)));
        return text;
    }

    /** The same without the variables that make or choose a cloud. */
    Environment withoutClouds() {
        Map<String, String> others = new LinkedHashMap<>(variables);
        others.keySet().removeIf(name -> name.startsWith(OPENSTACK));
        return new Environment(others, workingDirectory, home, osName);
    }

    /** The path with a leading {@code ~} replaced by the home directory. */
    Path expand(String path) {
        boolean fromHome = path.equals("~") || path.startsWith("~/");
        return fromHome ? home.resolve(path.substring(1).replaceFirst("^/+", "")) : Path.of(path);
    }
}
