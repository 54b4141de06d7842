package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The elements of {@code <auth>}, which are the keys below {@code auth} of clouds.yaml in Maven's spelling. */
public final class AuthParameters {
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
        return elements.keySet().stream()
                .filter(element ->
                        AuthElement.of(element).filter(AuthElement::isSecret).isPresent())
                .sorted()
                .toList();
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
        new TreeMap<>(elements).forEach((name, value) -> {
            if (name.equals(AuthElement.SETTINGS_SERVER.element()) || value == null || value.isBlank()) return;
            AuthElement element = AuthElement.of(name).orElseThrow(() -> unknown(name, origin));
            String text = element.isSecret() ? value : value.strip();
            settings.put(element.key(), new Setting(text, new Source.Explicit(origin.of(name))));
        });
        return new Settings(settings);
    }

    private static OpenStackException unknown(String element, Origin origin) {
        return new OpenStackException(
                "Unknown element <" + element + "> in <auth> (" + origin.of(element) + ")",
                "It takes "
                        + Arrays.stream(AuthElement.values())
                                .map(AuthElement::element)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
