package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What <code>${name}</code> in user data means: a property, or what Maven knows of the project, the settings and the
 * session. What is neither is left to the server's shell.
 *
 * @param evaluate what an expression comes to for Maven; the expression itself, or nothing, where it knows none
 */
public record UserDataProperties(Map<String, String> properties, Function<String, Optional<String>> evaluate)
        implements Function<String, Optional<String>> {
    private static final String MAVENS = "(project|settings|session)\\..+|basedir";

    @Override
    public Optional<String> apply(String name) {
        if (properties.containsKey(name)) return Optional.of(properties.get(name));
        if (!name.matches(MAVENS)) return Optional.empty();
        String expression = "${" + name + "}";
        Optional<String> value = evaluate.apply(expression).filter(text -> !text.equals(expression));
        if (value.isEmpty() && name.contains(".")) {
            throw new OpenStackException(
                    "Unknown " + expression + " in the user data",
                    "<filterUserData> is on, and Maven has no such value; no shell would take a name with dots either.");
        }
        return value;
    }
}
