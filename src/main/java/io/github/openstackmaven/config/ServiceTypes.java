package io.github.openstackmaven.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Service types and their aliases, as the service types authority lists them. */
final class ServiceTypes {
    private final Map<String, List<String>> aliases = new HashMap<>();

    ServiceTypes() {
        Properties facts = Bundled.properties("service-types.properties");
        for (String type : facts.stringPropertyNames()) aliases.put(type, Bundled.list(facts, type));
    }

    /** The official name of a type or alias, written with dashes or underscores. */
    Optional<String> official(String type) {
        String dashed = type.replace('_', '-');
        if (aliases.containsKey(dashed)) return Optional.of(dashed);
        return aliases.entrySet().stream()
                .filter(entry -> entry.getValue().contains(dashed))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The official name and its aliases in the order they are looked up; an unknown type stands alone. */
    List<String> all(String type) {
        return official(type)
                .map(name -> Stream.concat(Stream.of(name), aliases.getOrDefault(name, List.of()).stream())
                        .toList())
                .orElse(List.of(type.replace('_', '-')));
    }
}
