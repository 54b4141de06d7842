package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The elements of {@code <auth>}, which are the keys below {@code auth} of clouds.yaml in Maven's spelling. */
public final class AuthParameters {
    public static final String SETTINGS_SERVER = "settingsServer";
    private static final Pattern CAPITAL = Pattern.compile("(?=\\p{Upper})");
    private static final Set<String> ELEMENTS = Set.of(
            "type",
            "authUrl",
            "username",
            "userId",
            "password",
            "userDomainName",
            "userDomainId",
            "projectName",
            "projectId",
            "projectDomainName",
            "projectDomainId",
            "domainName",
            "domainId",
            "systemScope",
            "trustId",
            "token",
            "passcode",
            "applicationCredentialId",
            "applicationCredentialName",
            "applicationCredentialSecret",
            "identityProvider",
            "protocol",
            "accessToken");

    private static final Set<String> SECRETS =
            Set.of("password", "token", "passcode", "applicationCredentialSecret", "accessToken");
    // Of each pair the id wins with Keystone, wherever it was written.
    private static final List<List<String>> RIVALS = List.of(
            List.of("auth.username", "auth.user_id"),
            List.of("auth.project_name", "auth.project_id"),
            List.of("auth.domain_name", "auth.domain_id"),
            List.of("auth.user_domain_name", "auth.user_domain_id"),
            List.of("auth.project_domain_name", "auth.project_domain_id"),
            List.of("auth.application_credential_name", "auth.application_credential_id"));

    private AuthParameters() {}

    /** The secrets among the elements, in order. */
    public static List<String> secretsIn(Map<String, String> elements) {
        return elements.keySet().stream().filter(SECRETS::contains).sorted().toList();
    }

    /** Settings without the ids and names in whose place higher ones have a name or id. */
    public static Settings withoutRivals(Settings settings, Settings higher) {
        Map<String, Setting> left = new LinkedHashMap<>(settings.asMap());
        RIVALS.forEach(pair -> {
            boolean first = higher.get(pair.get(0)).isPresent();
            boolean second = higher.get(pair.get(1)).isPresent();
            if (first != second) left.remove(pair.get(first ? 1 : 0));
        });
        return new Settings(left);
    }

    /** Where an element was written, in the user's terms. */
    @FunctionalInterface
    public interface Origin {
        String of(String element);
    }

    /**
     * The settings as clouds.yaml names them ({@code auth.auth_url}, {@code auth_type}); blank elements are left out, and
     * so is {@code settingsServer}, which is no setting.
     *
     * @throws OpenStackException on an unknown element; names those there are
     */
    public static Settings settings(Map<String, String> elements, Origin origin) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        new TreeMap<>(elements).forEach((element, value) -> {
            if (element.equals(SETTINGS_SERVER) || value == null || value.isBlank()) return;
            String text = SECRETS.contains(element) ? value : value.strip();
            settings.put(key(element, origin), new Setting(text, new Source.Explicit(origin.of(element))));
        });
        return new Settings(settings);
    }

    private static String key(String element, Origin origin) {
        if (!ELEMENTS.contains(element)) {
            throw new OpenStackException(
                    "Unknown element <" + element + "> in <auth> (" + origin.of(element) + ")",
                    "It takes " + String.join(", ", new TreeSet<>(ELEMENTS)) + ", " + SETTINGS_SERVER + ".");
        }
        String key = CAPITAL.matcher(element).replaceAll("_").toLowerCase(Locale.ROOT);
        return element.equals("type") ? "auth_type" : "auth." + key;
    }
}
