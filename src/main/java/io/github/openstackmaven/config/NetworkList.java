package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The {@code networks} of a cloud, each with all its flags, made of the list or of its two predecessors. */
final class NetworkList {
    private static final List<String> FLAGS =
            List.of("routes_externally", "nat_source", "nat_destination", "default_interface");
    private static final List<String> FAMILIES = List.of("routes_ipv4_externally", "routes_ipv6_externally");

    private final Consumer<String> warnings;

    NetworkList(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /**
     * The list for these settings; empty when they name no network.
     *
     * @throws OpenStackException when two networks claim what only one can be, or both ways of naming them are used
     */
    Setting of(Map<String, Setting> cloud) {
        List<Map<String, Object>> networks = new ArrayList<>();
        Setting listed = cloud.get("networks");
        if (listed != null) {
            if (!(listed.value() instanceof List<?> list)) throw malformed(listed.source(), "networks is not a list");
            list.forEach(item -> networks.add(network(item, listed.source())));
        }
        predecessor(cloud, "external_network", true, networks);
        predecessor(cloud, "internal_network", false, networks);
        onlyOne(networks, "nat_destination");
        onlyOne(networks, "default_interface");
        Source source = listed != null ? listed.source() : sourceOfPredecessor(cloud);
        return new Setting(List.copyOf(networks), source);
    }

    private static Map<String, Object> network(Object item, Source source) {
        Map<String, Object> written = CloudEntry.mapping(item, "An entry of networks (" + source + ")");
        Object name = written.getOrDefault("name", YamlNull.NULL);
        if (!PythonText.truthy(name)) throw malformed(source, "an entry of networks has no name");
        Map<String, Object> network = new LinkedHashMap<>();
        network.put("name", name);
        FLAGS.forEach(key -> network.put(key, YamlBoolean.of(written.getOrDefault(key, YamlNull.NULL), key, source)));
        Object external = written.getOrDefault("routes_externally", YamlNull.NULL);
        FAMILIES.forEach(key -> network.put(key, YamlBoolean.of(written.getOrDefault(key, external), key, source)));
        return Collections.unmodifiableMap(network);
    }

    private void predecessor(
            Map<String, Setting> cloud, String key, boolean external, List<Map<String, Object>> networks) {
        Setting name = cloud.get(key);
        if (name == null) return;
        if (cloud.containsKey("networks")) {
            throw new OpenStackException(
                    "Both " + key + " (" + name.source() + ") and networks ("
                            + cloud.get("networks").source() + ") are set",
                    "Drop " + key + "; networks says all.");
        }
        warnings.accept(key + " (" + name.source() + ") is deprecated: write networks: [{name: " + name.text()
                + ", routes_externally: " + external + "}].");
        networks.add(Map.of(
                "name",
                name.value(),
                "routes_externally",
                external,
                "nat_destination",
                !external,
                "default_interface",
                external));
    }

    private static Source sourceOfPredecessor(Map<String, Setting> cloud) {
        Setting written = cloud.getOrDefault("external_network", cloud.get("internal_network"));
        return written == null ? new Source.Default() : written.source();
    }

    private static void onlyOne(List<Map<String, Object>> networks, String flag) {
        List<String> flagged = networks.stream()
                .filter(network -> Boolean.TRUE.equals(network.get(flag)))
                .map(network -> PythonText.of(network.getOrDefault("name", "")))
                .toList();
        if (flagged.size() > 1) {
            throw new OpenStackException(
                    "Two networks have " + flag + ": " + String.join(" and ", flagged.subList(0, 2)),
                    "Only one network can be the " + flag + ".");
        }
    }

    private static OpenStackException malformed(Source source, String problem) {
        return new OpenStackException(
                "Malformed networks (" + source + "): " + problem,
                "Write a list of entries such as {name: NAME, routes_externally: true}.");
    }
}
