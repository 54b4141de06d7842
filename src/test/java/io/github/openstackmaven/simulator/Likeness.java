package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.web.JsonTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What two clouds' replies to the same request must have in common: status, headers, JSON shape, words of errors. */
final class Likeness {
    private static final List<String> HEADERS = List.of(
            "x-subject-token", "x-openstack-request-id", "x-compute-request-id", "www-authenticate", "location");
    private static final List<String> VALUED = List.of(
            "content-type", "vary", "openstack-api-version", "x-openstack-nova-api-version", "openstack-auth-receipt");

    private Likeness() {}

    /** The differences, each a line; empty when alike. */
    static List<String> differences(Client.Reply simulated, Client.Reply real) {
        List<String> found = new ArrayList<>();
        compare(found, "status", simulated.status(), real.status());
        for (String name : HEADERS) {
            compare(
                    found,
                    "has " + name,
                    !simulated.header(name).isEmpty(),
                    !real.header(name).isEmpty());
        }
        for (String name : VALUED) compare(found, name, values(simulated, name), values(real, name));
        JsonNode one = lasting(simulated.json());
        JsonNode other = lasting(real.json());
        if (one.isMissingNode() || other.isMissingNode()) {
            compare(found, "body", anonymous(simulated.body()), anonymous(real.body()));
            return found;
        }
        compareShapes(found, shape(one), shape(other));
        if (real.status() >= 400) compare(found, "words", words(one), words(other));
        if (real.status() < 300) compare(found, "names", names(one), names(other));
        return found;
    }

    // A busy Nova shows for a while what address a server had before it failed.
    private static JsonNode lasting(JsonNode body) {
        Stream.concat(Stream.of(body.path("server")), body.path("servers").valueStream())
                .filter(server -> server.path("status").asText().equals("ERROR"))
                .map(server -> server.path("addresses"))
                .forEach(addresses -> {
                    if (addresses instanceof ObjectNode some) some.removeAll();
                });
        return body;
    }

    private static void compare(List<String> found, String what, Object simulated, Object real) {
        if (!simulated.equals(real)) found.add(what + ": simulated " + simulated + ", real " + real);
    }

    // A list that is empty on one side says nothing of its items.
    private static void compareShapes(
            List<String> found, Map<String, Set<String>> simulated, Map<String, Set<String>> real) {
        Set<String> paths = new TreeSet<>(simulated.keySet());
        paths.addAll(real.keySet());
        for (String path : paths) {
            int item = path.lastIndexOf("[]");
            if (item >= 0) {
                String list = path.substring(0, item + 2);
                if (!simulated.containsKey(list) || !real.containsKey(list)) continue;
            }
            compare(
                    found,
                    "shape of " + path,
                    simulated.getOrDefault(path, Set.of()),
                    real.getOrDefault(path, Set.of()));
        }
    }

    private static Map<String, Set<String>> shape(JsonNode node) {
        Map<String, Set<String>> shape = new TreeMap<>();
        collect("", node, shape);
        return shape;
    }

    private static void collect(String path, JsonNode node, Map<String, Set<String>> shape) {
        shape.computeIfAbsent(path, any -> new TreeSet<>())
                .add(node.getNodeType().name().toLowerCase(Locale.ROOT));
        node.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), shape));
        if (node.isArray()) node.forEach(item -> collect(path + "[]", item, shape));
    }

    /** All texts of an error, without ids. */
    private static JsonNode words(JsonNode error) {
        return JsonTree.parse(anonymous(error.toString())).orElse(error);
    }

    private static String anonymous(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID")
                .replaceAll("[0-9a-f]{32}", "HEX")
                .replaceAll("\\d+\\.\\d+\\.\\d+\\.\\d+", "ADDRESS")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The names in a list, in no order: what a filter let through. Which come first of many is up to their ids. */
    private static List<String> names(JsonNode body) {
        List<String> names = new ArrayList<>();
        if (body.has("next")
                || body.properties().stream().anyMatch(entry -> entry.getKey().endsWith("_links"))) {
            return names;
        }
        for (String list : List.of(
                "images", "flavors", "servers", "networks", "security_groups", "ports", "volumes", "snapshots")) {
            body.path(list)
                    .forEach(item -> names.add(anonymous(item.path("name").asText())));
        }
        keypairs(body).forEach(names::add);
        names.sort(Comparator.naturalOrder());
        return names;
    }

    // A user's keypairs are listed whole: those that others made on a real cloud say nothing of the simulator.
    private static Stream<String> keypairs(JsonNode body) {
        return body.path("keypairs")
                .valueStream()
                .map(item -> item.at("/keypair/name").asText())
                .filter(name -> name.equals("demo-key") || name.startsWith("sim-"));
    }

    private static Set<String> values(Client.Reply reply, String header) {
        Set<String> values = new TreeSet<>();
        reply.headers().allValues(header).forEach(value -> values.add(value.toLowerCase(Locale.ROOT)));
        return values;
    }
}
