package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Parameters;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Neutron's way with lists, the same for everything it has:
 * <a href="https://docs.openstack.org/api-ref/network/v2/#filtering-and-column-selection">filters, fields, sorting, pages</a>.
 *
 * @param documents all that a caller may see
 */
record Listing(String base, Kind kind, Function<Call, List<ObjectNode>> documents) {
    private static final Set<String> NO_FILTERS =
            Set.of("fields", "limit", "marker", "page_reverse", "sort_key", "sort_dir");
    private static final Set<String> TAG_FILTERS = Set.of("tags", "tags-any", "not-tags", "not-tags-any");

    /** What Neutron has lists of. */
    enum Kind {
        NETWORK("network", "networks", "Network"),
        SUBNET("subnet", "subnets", "Subnet"),
        PORT("port", "ports", "Port"),
        FLOATING_IP("floatingip", "floatingips", "FloatingIP"),
        SECURITY_GROUP("security_group", "security_groups", "SecurityGroup"),
        SECURITY_GROUP_RULE("security_group_rule", "security_group_rules", "SecurityGroupRule");

        private final String one;
        private final String many;
        private final String name;

        Kind(String one, String many, String name) {
            this.one = one;
            this.many = many;
            this.name = name;
        }

        String one() {
            return one;
        }

        Rejection notFound(String id) {
            String words = switch (this) {
                case FLOATING_IP -> "Floating IP";
                case SECURITY_GROUP -> "Security group";
                case SECURITY_GROUP_RULE -> "Security group rule";
                default -> name;
            };
            String verb = switch (this) {
                case FLOATING_IP -> " could not be found";
                case SECURITY_GROUP, SECURITY_GROUP_RULE -> " does not exist";
                default -> " could not be found.";
            };
            return new Rejection(404, name + "NotFound", words + " " + id + verb);
        }
    }

    Answer list(Call call) {
        List<ObjectNode> all = documents.apply(call);
        Parameters query = call.query();
        int limit = limit(query);
        check(query, all);
        List<ObjectNode> found = all.stream()
                .filter(item -> query.names().stream()
                        .filter(name -> !NO_FILTERS.contains(name))
                        .allMatch(name -> passes(item, name, query.all(name))))
                .sorted(order(query))
                .toList();
        List<ObjectNode> rest =
                query.first("marker").map(marker -> behind(found, marker)).orElse(found);
        List<ObjectNode> page = limit == 0 ? rest : rest.subList(0, Math.min(limit, rest.size()));
        ObjectNode body = JsonTree.object(
                kind.many, page.stream().map(item -> fields(item, query)).toList());
        if (limit > 0 && !page.isEmpty()) body.set(kind.many + "_links", links(call, page, page.size() == limit));
        return Answer.json(200, body);
    }

    Answer show(Call call) {
        String id = call.part("id");
        return documents.apply(call).stream()
                .filter(item -> item.get("id").asText().equals(id))
                .findFirst()
                .map(item -> Answer.json(200, JsonTree.object(kind.one, fields(item, call.query()))))
                .orElseThrow(() -> kind.notFound(id));
    }

    private static int limit(Parameters query) {
        String text = query.first("limit").orElse("0");
        if (!text.matches("\\d{1,9}")) {
            throw Rejection.badRequest(
                    "Bad limit request: Limit must be an integer 0 or greater and not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    private void check(Parameters query, List<ObjectNode> all) {
        Set<String> unknown = new TreeSet<>(query.names());
        unknown.removeAll(NO_FILTERS);
        unknown.removeAll(TAG_FILTERS);
        if (kind == Kind.PORT) unknown.remove("fixed_ips");
        all.forEach(item -> unknown.removeIf(item::has));
        if (!unknown.isEmpty() && !all.isEmpty()) {
            String names = String.join("', '", unknown);
            throw new Rejection(400, "HTTPBadRequest", "['" + names + "'] is invalid attribute for filtering");
        }
    }

    private static boolean passes(JsonNode item, String name, List<String> values) {
        List<String> wanted = values.stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .toList();
        List<String> tags = new ArrayList<>();
        item.path("tags").forEach(tag -> tags.add(tag.asText()));
        return switch (name) {
            case "tags" -> tags.containsAll(wanted);
            case "tags-any" -> wanted.stream().anyMatch(tags::contains);
            case "not-tags" -> !tags.containsAll(wanted);
            case "not-tags-any" -> wanted.stream().noneMatch(tags::contains);
            case "fixed_ips" -> values.stream().allMatch(value -> hasAddress(item, value));
            default -> values.stream().anyMatch(value -> equal(item.path(name), value));
        };
    }

    private static boolean hasAddress(JsonNode port, String filter) {
        String[] parts = filter.split("=", 2);
        for (JsonNode ip : port.path("fixed_ips")) {
            if (parts.length > 1 && ip.path(parts[0]).asText().equals(parts[1])) return true;
        }
        return false;
    }

    private static boolean equal(JsonNode actual, String value) {
        if (!actual.isBoolean()) return actual.asText().equals(value);
        if (!value.matches("(?i)true|false|0|1")) {
            throw new Rejection(
                    400,
                    "InvalidInput",
                    "Invalid input for operation: '" + value + "' cannot be converted to boolean.");
        }
        return actual.asBoolean() == value.matches("(?i)true|1");
    }

    private static Comparator<ObjectNode> order(Parameters query) {
        List<String> keys = query.all("sort_key");
        List<String> directions = query.all("sort_dir");
        if (keys.size() != directions.size()) {
            throw new Rejection(400, "HTTPBadRequest", "The number of sort_keys and sort_dirs must be same");
        }
        Comparator<ObjectNode> order = Comparator.comparing(item -> 0);
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            Comparator<ObjectNode> next =
                    Comparator.comparing(item -> item.path(key).asText());
            order = order.thenComparing(directions.get(i).equals("desc") ? next.reversed() : next);
        }
        return order.thenComparing(item -> item.path("id").asText());
    }

    private List<ObjectNode> behind(List<ObjectNode> found, String marker) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).path("id").asText().equals(marker)) return found.subList(i + 1, found.size());
        }
        throw kind.notFound(marker);
    }

    private static ObjectNode fields(ObjectNode item, Parameters query) {
        List<String> wanted = query.all("fields");
        return wanted.isEmpty() ? item : item.deepCopy().retain(wanted);
    }

    private ArrayNode links(Call call, List<ObjectNode> page, boolean full) {
        String address = base + "/network/v2.0" + call.path() + "?";
        ArrayNode links = JsonTree.array(List.of());
        if (full) {
            String last = page.get(page.size() - 1).path("id").asText();
            links.add(JsonTree.object(
                    "rel", "next", "href", address + call.query().withMarker(last)));
        }
        String first = page.get(0).path("id").asText();
        links.add(JsonTree.object(
                "rel", "previous", "href", address + call.query().withMarker(first) + "&page_reverse=True"));
        return links;
    }
}
