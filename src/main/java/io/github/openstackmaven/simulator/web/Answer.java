package io.github.openstackmaven.simulator.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What goes back to the client. */
public record Answer(int status, List<Header> headers, String body) {

    public record Header(String name, String value) {}

    public Answer {
        headers = List.copyOf(headers);
    }

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, List.of(new Header("Content-Type", "application/json")), body.toString());
    }

    public static Answer html(int status, String body) {
        return new Answer(status, List.of(new Header("Content-Type", "text/html; charset=UTF-8")), body);
    }

    public static Answer empty(int status) {
        return new Answer(status, List.of(), "");
    }

    /** Nova calls even nothing JSON. */
    public Answer orJson() {
        boolean typed = headers.stream().anyMatch(header -> header.name().equals("Content-Type"));
        return typed ? this : with("Content-Type", "application/json");
    }

    public Answer with(String name, String value) {
        return new Answer(
                status,
                Stream.concat(headers.stream(), Stream.of(new Header(name, value)))
                        .toList(),
                body);
    }

    /** The same head, and another body. */
    public Answer withBody(String other) {
        return new Answer(status, headers, other);
    }

    /** These headers instead of its own of the same names. */
    public Answer withAll(Map<String, String> others) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(others.keySet());
        return new Answer(
                status,
                Stream.concat(
                                headers.stream().filter(header -> !names.contains(header.name())),
                                others.entrySet().stream().map(entry -> new Header(entry.getKey(), entry.getValue())))
                        .toList(),
                body);
    }
}
