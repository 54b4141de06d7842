package io.github.openstackmaven.exec;

import io.github.openstackmaven.OpenStackException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How steps are run.
 *
 * @param environment variables that each step finds
 * @param timeout for each step, and for each file or folder that is brought or fetched, as it begins
 * @param abandoned asked a few times a second; when true nothing is waited for any more
 * @param failOnError whether an exit code that is not 0 ends the work on that server, and fails the whole
 */
public record ExecOptions(
        Map<String, String> environment, Supplier<Duration> timeout, BooleanSupplier abandoned, boolean failOnError) {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    /**
     * Checks the names of the variables.
     *
     * @throws OpenStackException when a shell would not take one
     */
    public ExecOptions {
        environment = Map.copyOf(environment);
        environment.keySet().stream()
                .filter(name -> !name.matches(NAME))
                .findFirst()
                .ifPresent(name -> {
                    throw new OpenStackException(
                            "Malformed <environment>: '" + name + "' is no name of a variable",
                            "Names are letters, digits and _, and don't begin with a digit.");
                });
    }

    /** Steps and files that are waited for so long each, whatever else happens. */
    public ExecOptions(Map<String, String> environment, Duration timeout, boolean failOnError) {
        this(environment, () -> timeout, () -> false, failOnError);
    }

    /** The command with the variables set before it. */
    String withEnvironment(String command) {
        StringBuilder exports = new StringBuilder();
        new TreeMap<>(environment)
                .forEach((name, value) -> exports.append("export ")
                        .append(name)
                        .append('=')
                        .append(ShellWord.quote(value))
                        .append('\n'));
        return exports + command;
    }
}
