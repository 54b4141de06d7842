package io.github.openstackmaven.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of a URL, whose names may come more than once. */
public record Query(List<Map.Entry<String, String>> fields) {

    public Query {
        fields = List.copyOf(fields);
    }

    /** These fields, in the order of their names. */
    public static Query of(Map<String, String> fields) {
        return new Query(fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> Map.entry(field.getKey(), field.getValue()))
                .toList());
    }

    /** The same with one more field. */
    public Query and(String name, String value) {
        return new Query(Stream.concat(fields.stream(), Stream.of(Map.entry(name, value)))
                .toList());
    }

    /** With its question mark; empty when it has no fields. */
    @Override
    public String toString() {
        if (fields.isEmpty()) return "";
        return fields.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
