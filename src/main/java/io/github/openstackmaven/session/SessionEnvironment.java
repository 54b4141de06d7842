package io.github.openstackmaven.session;

import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;

/**
 * The environment variables that a Maven session was called with, which Maven keeps among the system properties. In a daemon
 * such as mvnd the process has others.
 */
public final class SessionEnvironment {
    private static final String PREFIX = "env.";

    private SessionEnvironment() {}

    /** Those of a session, by name. */
    public static Map<String, String> of(MavenSession session) {
        Properties properties = session.getSystemProperties();
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .collect(
                        Collectors.toUnmodifiableMap(name -> name.substring(PREFIX.length()), properties::getProperty));
    }
}
