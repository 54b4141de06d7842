package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The elements of {@code <auth>}, which are the keys below {@code auth} of clouds.yaml in Maven's spelling. */
final class AuthParameters {
    static final String SETTINGS_SERVER = "settingsServer";
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

    private AuthParameters() {}

    /** Where an element was written, in the user's terms. */
    @FunctionalInterface
    interface Origin {
        String of(String element);
    }

    /**
     * The settings as clouds.yaml names them ({@code auth.auth_url}, {@code auth_type}); blank elements are left out, and
     * so is {@code settingsServer}, which is no setting.
     *
     * @throws OpenStackException on an unknown element; names those there are
     */
    static Settings settings(Map<String, String> elements, Origin origin) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        new TreeMap<>(elements).forEach((element, value) -> {
            if (element.equals(SETTINGS_SERVER) || value == null || value.isBlank()) return;
            settings.put(key(element, origin), new Setting(value.strip(), new Source.Explicit(origin.of(element))));
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
