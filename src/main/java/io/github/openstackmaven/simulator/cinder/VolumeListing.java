package io.github.openstackmaven.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Parameters;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Cinder's way with lists, the same for volumes and snapshots:
 * <a href="https://docs.openstack.org/api-ref/block-storage/v3/#list-accessible-volumes-with-details">filters, sorting, pages</a>.
 */
record VolumeListing(String base, Kind kind) {
    private static final int LONGEST = 1000;
    private static final Set<String> NO_FILTERS =
            Set.of("limit", "marker", "offset", "sort", "sort_key", "sort_dir", "with_count", "all_tenants");
    private static final Set<String> SORT_KEYS = Set.of(
            "id",
            "name",
            "display_name",
            "status",
            "size",
            "created_at",
            "updated_at",
            "availability_zone",
            "bootable");

    /** What Cinder has lists of. */
    enum Kind {
        VOLUME("volumes", "Volume"),
        SNAPSHOT("snapshots", "Snapshot");

        private final String many;
        private final String name;

        Kind(String many, String name) {
            this.many = many;
            this.name = name;
        }

        private boolean filters(String field) {
            return switch (field) {
                case "name", "status", "metadata", "availability_zone" -> true;
                case "bootable", "size" -> this == VOLUME;
                case "volume_id" -> this == SNAPSHOT;
                default -> false;
            };
        }
    }

    /**
     * One of a list.
     *
     * @param whole what is filtered and sorted by
     * @param view what is shown
     */
    record Item(JsonNode whole, JsonNode view) {
        private String id() {
            return whole.get("id").asText();
        }
    }

    Answer list(Call call, List<Item> all) {
        Parameters query = call.query();
        int limit = number(query, "limit", "limit param must be an integer", "limit param must be positive")
                .map(given -> Math.min(given, LONGEST))
                .orElse(LONGEST);
        int offset = number(query, "offset", "offset must be an integer", "offset must be positive")
                .orElse(0);
        checkFilters(call);
        Comparator<Item> order = order(query);
        List<Item> found = all.stream()
                .filter(item -> query.names().stream()
                        .filter(kind::filters)
                        .allMatch(name ->
                                passes(item.whole(), name, query.first(name).orElse(""))))
                .sorted(order)
                .toList();
        List<Item> rest = query.first("marker").map(marker -> behind(found, marker)).orElse(found).stream()
                .skip(offset)
                .toList();
        List<Item> page = rest.subList(0, Math.min(limit, rest.size()));
        ObjectNode body =
                JsonTree.object(kind.many, page.stream().map(Item::view).toList());
        if (!page.isEmpty() && page.size() == limit) {
            String next = query.withMarker(page.get(page.size() - 1).id());
            body.set(
                    kind.many + "_links",
                    JsonTree.array(List.of(
                            JsonTree.object("rel", "next", "href", base + "/volume/v3" + call.path() + "?" + next))));
        }
        if (call.minor() >= 45
                && query.first("with_count").filter("true"::equalsIgnoreCase).isPresent()) {
            body.put("count", found.size());
        }
        return Answer.json(200, body);
    }

    private static Optional<Integer> number(Parameters query, String name, String noNumber, String negative) {
        return query.first(name).map(text -> {
            if (!text.matches("-?\\d{1,9}")) throw Rejection.badRequest(noNumber);
            if (text.startsWith("-")) throw Rejection.badRequest(negative);
            return Integer.parseInt(text);
        });
    }

    // Before 3.31 what can't be filtered by was passed over.
    private void checkFilters(Call call) {
        if (call.minor() < 31) return;
        List<String> unknown = call.query().names().stream()
                .filter(name -> !NO_FILTERS.contains(name) && !kind.filters(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw Rejection.badRequest(
                    "Invalid filters " + String.join(", ", unknown) + " are found in query options.");
        }
    }

    private static boolean passes(JsonNode item, String name, String value) {
        return switch (name) {
            case "metadata" ->
                JsonTree.parse(value.replace('\'', '"'))
                        .filter(JsonNode::isObject)
                        .map(wanted -> wanted.properties().stream()
                                .allMatch(entry -> entry.getValue()
                                        .equals(item.path("metadata").get(entry.getKey()))))
                        .orElse(false);
            // Whatever isn't "false" is true to Cinder.
            case "bootable" -> item.path(name).asText().equals(Boolean.toString(!value.equalsIgnoreCase("false")));
            // MySQL, which does the matching, has no regard to case.
            default -> !item.path(name).isNull() && item.path(name).asText().equalsIgnoreCase(value);
        };
    }

    private static Comparator<Item> order(Parameters query) {
        Stream<String[]> wanted = query.first("sort")
                .map(sort -> Stream.of(sort.split(",", -1)).map(key -> key.split(":", 2)))
                .orElseGet(() -> Stream.<String[]>of(new String[] {
                    query.first("sort_key").orElse("created_at"),
                    query.first("sort_dir").orElse("desc")
                }));
        return wanted.map(key -> order(key[0], key.length > 1 ? key[1] : "desc"))
                .reduce(Comparator::thenComparing)
                .orElseThrow()
                .thenComparing(Item::id, Comparator.reverseOrder());
    }

    private static Comparator<Item> order(String key, String direction) {
        if (!Set.of("asc", "desc").contains(direction)) {
            throw Rejection.badRequest("Invalid input received: Unknown sort direction, must be 'desc' or 'asc'.");
        }
        if (!SORT_KEYS.contains(key)) throw Rejection.badRequest("Invalid input received: Invalid sort key");
        String field = Map.of("display_name", "name").getOrDefault(key, key);
        Comparator<Item> order = field.equals("size")
                ? Comparator.comparing(item -> item.whole().path(field).asInt())
                : Comparator.comparing(item -> item.whole().path(field).asText());
        return direction.equals("asc") ? order : order.reversed();
    }

    private List<Item> behind(List<Item> found, String marker) {
        int last = found.stream().map(Item::id).toList().indexOf(marker);
        if (last < 0) throw Rejection.notFound(kind.name + " " + marker + " could not be found.");
        return found.subList(last + 1, found.size());
    }
}
