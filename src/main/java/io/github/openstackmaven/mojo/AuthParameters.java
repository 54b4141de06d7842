package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The elements of {@code <auth>}, which are the keys below {@code auth} of clouds.yaml in Maven's spelling. */
final class AuthParameters {
    private static final Pattern CAPITAL = Pattern.compile("(?=\\p{Upper})");
    private static final Set<String> ELEMENTS = Set.of(
            "authUrl",
            "username",
            "userId",
            "password",
            "userDomainName",
            "userDomainId",
            "projectName",
            "projectId",
            "projectDomainName",
            "projectDomainId");

    private AuthParameters() {}

    /**
     * The settings as clouds.yaml names them: {@code auth.auth_url}.
     *
     * @throws OpenStackException on an unknown element; names those there are
     */
    static Map<String, String> settings(CommandLine commandLine, Map<String, String> pom) {
        Map<String, String> elements = new HashMap<>(pom);
        elements.putAll(commandLine.under("auth"));
        Map<String, String> settings = new HashMap<>();
        elements.forEach((element, value) -> settings.put(key(element), value == null ? "" : value));
        return settings;
    }

    private static String key(String element) {
        if (!ELEMENTS.contains(element)) {
            throw new OpenStackException(
                    "Unknown element <" + element + "> in <auth>",
                    "It takes " + String.join(", ", new TreeSet<>(ELEMENTS)) + ".");
        }
        return "auth." + CAPITAL.matcher(element).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
