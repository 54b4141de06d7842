package io.github.openstackmaven.output;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.openstackmaven.Table;
import io.github.openstackmaven.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Things of one kind: a table for people, and their values for programs.
 *
 * @param things a thing each row, in the rows' order; what is written as JSON
 */
public record Listing(Table table, List<? extends Record> things) {

    public Listing {
        things = List.copyOf(things);
    }

    /** Those in whose lines that text stands, in small letters or capitals. */
    public Listing having(String part) {
        int[] found = IntStream.range(0, things.size())
                .filter(row -> table.has(row, part))
                .toArray();
        return new Listing(
                new Table(
                        table.header(),
                        IntStream.of(found).mapToObj(table.rows()::get).toList()),
                IntStream.of(found).mapToObj(things::get).toList());
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return things.isEmpty();
    }

    /** The things as JSON, in ASCII: of one kind a list, of several an object that has each list by its kind, empty ones too. */
    public static String json(Map<String, Listing> byKind) {
        Map<String, List<? extends Record>> lists = new LinkedHashMap<>();
        byKind.forEach((kind, listing) -> lists.put(kind, listing.things()));
        return Json.writeAscii(lists.size() == 1 ? lists.values().iterator().next() : new ByKind(lists));
    }

    private record ByKind(
            @JsonAnyGetter @JsonInclude(content = JsonInclude.Include.ALWAYS)
            Map<String, List<? extends Record>> lists) {}

    /** The table's lines. */
    public List<String> lines() {
        return table.lines();
    }

    /** The table's lines, cut where they are wider than that: never an id, which is to be copied. */
    public List<String> lines(Optional<Integer> width) {
        return width.map(columns -> table.lines(columns, "ID")).orElseGet(this::lines);
    }
}
