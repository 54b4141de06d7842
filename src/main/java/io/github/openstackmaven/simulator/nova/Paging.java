package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Parameters;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A page of one of Nova's lists.
 *
 * @param next the query of the next page; there is one whenever a page is full, even if nothing follows
 */
record Paging<T>(List<T> page, Optional<String> next) {
    private static final int LONGEST = 1000;

    static <T> Paging<T> of(Parameters query, List<T> all, Function<T, String> id, Predicate<String> known) {
        int limit = query.first("limit")
                .filter(text -> !text.isEmpty())
                .map(Paging::limit)
                .orElse(LONGEST);
        List<T> rest =
                query.first("marker").map(marker -> behind(all, id, marker)).orElse(all);
        List<T> page = rest.subList(0, Math.min(limit, rest.size()));
        Optional<String> next = page.isEmpty() || page.size() < limit
                ? Optional.empty()
                : Optional.of(sorted(query, known).withMarker(id.apply(page.get(page.size() - 1))));
        return new Paging<>(page, next);
    }

    /** The page as it is answered, under that name. */
    Answer answer(String name, Function<T, ObjectNode> view, Function<String, JsonNode> link) {
        ObjectNode body = JsonTree.object(name, page.stream().map(view).toList());
        next.ifPresent(query -> body.set(name + "_links", link.apply(query)));
        return Answer.json(200, body);
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]*")) {
            throw Rejection.badRequest("Invalid input for query parameters limit. Value: " + text + ". '" + text
                    + "' does not match '^[0-9]*$'");
        }
        return text.length() > 4 ? LONGEST : Math.min(LONGEST, Integer.parseInt(text));
    }

    private static <T> List<T> behind(List<T> all, Function<T, String> id, String marker) {
        int last = all.stream().map(id).toList().indexOf(marker);
        if (last < 0) throw Rejection.badRequest("marker [" + marker + "] not found");
        return all.subList(last + 1, all.size());
    }

    private static Parameters sorted(Parameters query, Predicate<String> known) {
        return new Parameters(query.parameters().stream()
                .filter(parameter -> known.test(parameter.name()))
                .sorted(Comparator.comparing(Parameters.Parameter::name))
                .toList());
    }
}
