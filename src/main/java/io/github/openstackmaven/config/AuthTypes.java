package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** All ways to log in. */
final class AuthTypes {
    private static final String SEVERAL = "v3multifactor";
    // Those of which v3multifactor can be made.
    private static final Set<String> METHODS = Set.of("v3password", "v3token", "v3totp", "v3applicationcredential");

    private static final String APPLICATION = "application_credential_secret";
    static final Source BY_FIELDS = new Source.Explicit("the fields of auth");

    private static final String KEYS = ".keys";

    private final Properties facts = Bundled.properties("auth-types.properties");

    /**
     * Recognizes a login by its fields where nobody wrote an auth_type, which openstacksdk asks for: an application
     * credential, an identity provider's token, a token.
     */
    void infer(CloudEntry cloud) {
        Setting written = cloud.top().get("auth_type");
        if (written == null || !(written.source() instanceof Source.Default)) return;
        Set<String> fields = new HashSet<>(cloud.auth().keySet());
        if (cloud.top().containsKey(APPLICATION)) fields.add(APPLICATION); // OS_* variables stand at the top
        Optional<String> type = Optional.empty();
        if (fields.contains(APPLICATION)) type = Optional.of("v3applicationcredential");
        else if (fields.contains("identity_provider")) type = Optional.of("v3oidcaccesstoken");
        else if (fields.contains("token") && !fields.contains("password")) type = Optional.of("token");
        type.ifPresent(recognized -> cloud.top().put("auth_type", new Setting(recognized, BY_FIELDS)));
    }

    /** Puts the login's keys where they belong and checks them, by the draft's auth_type. */
    void settle(CloudEntry cloud, String cloudName) {
        Setting written = cloud.top().getOrDefault("auth_type", new Setting(YamlNull.NULL, new Source.Default()));
        String name = official(written);
        if (!facts.containsKey(name + KEYS)) {
            throw new OpenStackException(
                    "Unknown auth_type '" + name + "' (" + written.source() + ")",
                    "It is one of " + String.join(", ", names()) + ".");
        }
        AuthType type = type(name);
        cloud.top().put("auth_type", written.with(name));
        type.gather(cloud);
        if (name.equals(SEVERAL)) {
            type = severalOf(type, cloud.auth());
            type.gather(cloud);
        }
        type.check(cloud.auth(), cloudName);
    }

    private static String official(Setting written) {
        String text = written.text();
        return switch (text) {
            case "None", "" -> "none";
            case "token_endpoint" -> "admin_token";
            default -> text;
        };
    }

    private AuthType severalOf(AuthType several, Map<String, Setting> auth) {
        Setting methods = auth.get("auth_methods");
        if (methods == null) return several;
        List<String> names = names(methods.value());
        if (names.isEmpty() || !METHODS.containsAll(names)) {
            throw new OpenStackException(
                    "auth.auth_methods (" + methods.source() + ") is no list of ways to log in",
                    "Write a list of some of "
                            + String.join(", ", METHODS.stream().sorted().toList()) + ".");
        }
        auth.put("auth_methods", methods.with(names));
        List<AuthType> chosen = names.stream().map(this::type).toList();
        return new AuthType(
                SEVERAL,
                union(several.keys(), chosen.stream().map(AuthType::keys).toList()),
                several.also(),
                union(
                        several.required(),
                        chosen.stream().map(AuthType::required).toList()),
                List.of(),
                several.domainOf());
    }

    // A variable holds no list: there they stand with commas in between.
    private static List<String> names(Object methods) {
        if (methods instanceof List<?> list)
            return list.stream().map(PythonText::of).toList();
        return methods instanceof String text
                ? Arrays.stream(text.split(",", -1)).map(String::strip).toList()
                : List.of();
    }

    private List<String> names() {
        return facts.stringPropertyNames().stream()
                .filter(key -> key.endsWith(KEYS))
                .map(key -> key.substring(0, key.length() - KEYS.length()))
                .sorted()
                .toList();
    }

    private AuthType type(String name) {
        return new AuthType(
                name,
                list(name + KEYS).stream()
                        .flatMap(this::members)
                        .map(AuthType.Key::parse)
                        .toList(),
                new LinkedHashSet<>(list(name + ".also")),
                list(name + ".required"),
                list(name + ".one_of"),
                list(name + ".domain_of"));
    }

    private Stream<String> members(String key) {
        return key.startsWith("+") ? list("group." + key.substring(1)).stream().flatMap(this::members) : Stream.of(key);
    }

    private List<String> list(String name) {
        return Bundled.list(facts, name);
    }

    private static <T> List<T> union(List<T> first, List<List<T>> others) {
        Set<T> all = new LinkedHashSet<>(first);
        others.forEach(all::addAll);
        return new ArrayList<>(all);
    }
}
