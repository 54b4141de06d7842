package io.github.openstackmaven.simulator.glance;

import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.web.Parameters;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Glance's <a href="https://docs.openstack.org/api-ref/image/v2/#list-images">filters, sorting and paging</a>. */
record ImageQuery(Parameters query) {
    private static final int PAGE = 25;
    private static final int LONGEST_PAGE = 1000;
    private static final Set<String> NO_FILTERS = Set.of("limit", "marker", "sort", "sort_key", "sort_dir");
    private static final Set<String> VISIBILITIES = Set.of("public", "private", "shared", "community", "all");
    private static final Set<String> MEMBER_STATUSES = Set.of("pending", "accepted", "rejected", "all");
    private static final List<String> SORT_KEYS =
            List.of("name status container_format disk_format size id created_at updated_at".split(" ", -1));

    List<Image> select(List<Image> images) {
        int limit = limit();
        Comparator<Image> order = order();
        List<Image> all = images.stream()
                .filter(image -> query.parameters().stream()
                        .filter(parameter -> !NO_FILTERS.contains(parameter.name()))
                        .allMatch(parameter -> matches(image, parameter)))
                .sorted(order)
                .toList();
        return limit == 0 ? List.of() : all;
    }

    /** From behind the marker, as many as the limit. */
    List<Image> page(List<Image> all) {
        Optional<String> marker = query.first("marker");
        Stream<Image> rest = all.stream();
        if (marker.isPresent()) {
            Image last = all.stream()
                    .filter(image -> image.id().equals(marker.get()))
                    .findFirst()
                    .orElseThrow(() -> Rejection.badRequest("No image found with ID " + marker.get()));
            rest = all.subList(all.indexOf(last) + 1, all.size()).stream();
        }
        return rest.limit(limit()).toList();
    }

    /** The query of the first page. */
    String first() {
        String text = query.encodedWithout("marker"::equals);
        return text.isEmpty() ? "" : "?" + text;
    }

    private int limit() {
        return query.first("limit").map(ImageQuery::limit).orElse(PAGE);
    }

    private static int limit(String text) {
        if (!text.matches("-?\\d{1,9}")) throw Rejection.badRequest("limit param must be an integer");
        int limit = Integer.parseInt(text);
        if (limit < 0) throw Rejection.badRequest("limit param must be positive");
        return Math.min(limit, LONGEST_PAGE);
    }

    private Comparator<Image> order() {
        Optional<String> sort = query.first("sort");
        if (sort.isPresent()
                && (query.first("sort_key").isPresent()
                        || query.first("sort_dir").isPresent())) {
            throw Rejection.badRequest("Old and new sorting syntax cannot be combined");
        }
        Stream<String> keys = sort.map(text -> Stream.of(text.split(",", -1)))
                .orElseGet(() -> query.first("sort_key").isPresent()
                        ? query.all("sort_key").stream()
                                .map(key -> key + ":" + query.first("sort_dir").orElse("desc"))
                        : Stream.of("created_at:" + query.first("sort_dir").orElse("desc")));
        return keys.map(ImageQuery::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow()
                .thenComparing(Comparator.comparing(Image::id).reversed());
    }

    private static Comparator<Image> order(String key) {
        String[] parts = key.split(":", 2);
        String direction = parts.length > 1 ? parts[1] : "desc";
        if (!SORT_KEYS.contains(parts[0])) {
            throw Rejection.badRequest("Invalid sort key: " + parts[0] + ". It must be one of the following: "
                    + String.join(", ", SORT_KEYS) + ".");
        }
        if (!Set.of("asc", "desc").contains(direction)) {
            throw Rejection.badRequest("Invalid sort direction: " + direction);
        }
        Comparator<Image> ascending = switch (parts[0]) {
            case "name" -> Comparator.comparing(Image::name, String.CASE_INSENSITIVE_ORDER);
            case "status" -> Comparator.comparing(Image::status);
            case "size" -> Comparator.comparing(Image::size);
            case "id" -> Comparator.comparing(Image::id);
            case "created_at" -> Comparator.comparing(Image::created);
            case "updated_at" -> Comparator.comparing(image -> image.content().updated());
            // All images have the same format.
            default -> Comparator.comparing(image -> "");
        };
        return direction.equals("asc") ? ascending : ascending.reversed();
    }

    private static boolean matches(Image image, Parameters.Parameter parameter) {
        String value = parameter.value();
        return switch (parameter.name()) {
            case "created_at", "updated_at" -> at(image, parameter);
            case "id" -> in(image.id(), value);
            case "name" -> in(image.name(), value);
            case "status" -> in(image.status(), value);
            case "container_format" -> image.content().format().isPresent() && in("bare", value);
            case "disk_format" -> in(image.content().format().orElse(""), value);
            case "owner" -> image.owner().equals(value);
            case "tag" -> image.tags().contains(value);
            case "visibility" -> visible(image, value);
            case "member_status" -> known(value, MEMBER_STATUSES, "Invalid status: ");
            case "os_hidden" -> !yes(parameter.name(), value.toLowerCase(Locale.ROOT));
            case "protected" -> image.content().isProtected() == yes(parameter.name(), value);
            case "min_ram" -> Integer.toString(image.minRam()).equals(value);
            case "min_disk" -> Integer.toString(image.minDisk()).equals(value);
            case "size_min" -> image.size() >= number(value);
            case "size_max" -> image.size() <= number(value);
            default -> value.equalsIgnoreCase(image.properties().get(parameter.name()));
        };
    }

    private static boolean at(Image image, Parameters.Parameter filter) {
        boolean made = filter.name().equals("created_at");
        Instant actual = (made ? image.created() : image.content().updated()).truncatedTo(ChronoUnit.SECONDS);
        String[] parts = filter.value().split(":", 2);
        boolean bare = parts.length < 2 || Times.parse(filter.value()).isPresent();
        Instant wanted = Times.parse(bare ? filter.value() : parts[1])
                .orElseThrow(() -> Rejection.badRequest(
                        "Bad \"" + filter.name() + "\" query filter format. Use ISO 8601 DateTime notation."));
        int order = actual.compareTo(wanted);
        return switch (bare ? "eq" : parts[0]) {
            case "eq" -> order == 0;
            case "neq" -> order != 0;
            case "gt" -> order > 0;
            case "gte" -> order >= 0;
            case "lt" -> order < 0;
            case "lte" -> order <= 0;
            default -> throw Rejection.badRequest("Unable to filter on a unknown operator.");
        };
    }

    // MySQL, in which Glance keeps them, compares without regard to case.
    private static boolean in(String actual, String value) {
        Predicate<String> same = actual::equalsIgnoreCase;
        int colon = value.indexOf(':'); // a time has some of its own
        if (colon < 0 || Times.parse(value).isPresent()) return same.test(value);
        String operand = value.substring(colon + 1);
        return switch (value.substring(0, colon)) {
            case "eq" -> same.test(operand);
            case "in" -> Stream.of(operand.split(",", -1)).anyMatch(same);
            default ->
                throw Rejection.badRequest("Unable to filter by unknown operator '" + value.substring(0, colon) + "'.");
        };
    }

    private static boolean visible(Image image, String value) {
        known(value, VISIBILITIES, "Invalid visibility value: ");
        return value.equals("all") || image.visibility().equals(value);
    }

    private static boolean known(String value, Set<String> allowed, String complaint) {
        if (!allowed.contains(value)) throw Rejection.badRequest(complaint + value);
        return true;
    }

    private static boolean yes(String filter, String value) {
        if (!Set.of("true", "false").contains(value)) {
            throw Rejection.badRequest(
                    "Invalid value '" + value + "' for '" + filter + "' filter. Valid values are 'true' or 'false'.");
        }
        return value.equals("true");
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw Rejection.badRequest("Unable to filter on a range with a non-numeric value.");
        }
        return Integer.parseInt(text);
    }
}
