package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A way to log in and the keys of {@code auth} it takes.
 *
 * @param keys those that may also stand at the top level
 * @param also those taken only inside auth
 * @param required those without which there is no login
 * @param oneOf at least one of these is needed, where there are any
 * @param domainOf names ({@code username}, {@code project_name}) that need a domain beside them
 */
record AuthType(
        String name,
        List<Key> keys,
        Set<String> also,
        List<String> required,
        List<String> oneOf,
        List<String> domainOf) {

    /** A key, its former names, and the key its value goes to. */
    record Key(String name, List<String> formerly, String target) {

        /** {@code username|user_name} or {@code openid_scope=scope}. */
        static Key parse(String text) {
            String[] nameAndTarget = text.split("=", 2);
            List<String> names = List.of(nameAndTarget[0].split("\\|"));
            String target = nameAndTarget.length > 1 ? nameAndTarget[1] : names.get(0);
            return new Key(names.get(0), names.subList(1, names.size()), target);
        }

        // A name that is there hides the former ones, even when it is empty.
        private Optional<Setting> in(Map<String, Setting> place) {
            return Stream.concat(Stream.of(name), formerly.stream())
                    .filter(place::containsKey)
                    .findFirst()
                    .map(place::get)
                    .filter(Setting::isTruthy);
        }

        private void removeFrom(Map<String, Setting> place) {
            place.remove(name);
            formerly.forEach(place::remove);
        }
    }

    /** Moves this login's keys from the top level into auth; what auth has wins, and empty ones vanish. */
    void gather(CloudEntry cloud) {
        for (Key key : keys) {
            Optional<Setting> value = key.in(cloud.auth()).or(() -> key.in(cloud.top()));
            key.removeFrom(cloud.top());
            key.removeFrom(cloud.auth());
            value.ifPresent(setting -> cloud.auth().put(key.target(), setting));
        }
    }

    /**
     * Checks that nothing is missing nor foreign. A missing auth_url alone is no error here: who asks for a cloud where
     * there is none gets settings without it.
     */
    void check(Map<String, Setting> auth, String cloudName) {
        List<String> missing = Stream.of(
                        required.stream().filter(key -> !key.equals("auth_url") && absent(auth, key)),
                        Stream.of(oneOf)
                                .filter(keys -> !keys.isEmpty())
                                .filter(keys -> keys.stream().noneMatch(auth::containsKey))
                                .map(keys -> String.join(" or ", keys)),
                        domainOf.stream()
                                .filter(auth::containsKey)
                                .map(AuthType::domain)
                                .filter(keys -> keys.stream().noneMatch(auth::containsKey))
                                .map(keys -> String.join(" or ", keys)))
                .flatMap(found -> found)
                .toList();
        if (!missing.isEmpty()) {
            throw new OpenStackException(
                    "Incomplete login to " + cloudName + ": " + name + " needs " + String.join(", and ", missing),
                    "Set it in auth of the cloud; auth_type says how to log in.");
        }
        Set<String> known = new TreeSet<>(also);
        keys.forEach(key -> known.add(key.target()));
        auth.forEach((key, setting) -> {
            if (!known.contains(key)) {
                throw new OpenStackException(
                        "auth." + key + " (" + setting.source() + ") is nothing " + name + " takes",
                        "Drop it, or set auth_type to the login it belongs to. " + name + " takes "
                                + String.join(", ", known) + ".");
            }
        });
    }

    private static boolean absent(Map<String, Setting> auth, String key) {
        return !auth.containsKey(key) || auth.get(key).isNull();
    }

    private static List<String> domain(String name) {
        String owner = name.equals("username") ? "user" : "project";
        return List.of(owner + "_domain_name", owner + "_domain_id");
    }
}
