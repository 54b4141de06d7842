package io.github.openstackmaven.simulator.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request's body may look like, refused in the words of the JSON Schema library Nova uses. */
public interface Schema {
    /** What is wrong with a value, if anything; the field is empty for the body as a whole. */
    Optional<String> violation(String field, JsonNode value);

    /** The body, if it is as it should be. */
    default JsonNode read(Call call) {
        JsonNode body = call.json().orElseThrow(() -> Rejection.badRequest("Malformed request body"));
        violation("", body).ifPresent(message -> {
            throw Rejection.badRequest(message);
        });
        return body;
    }

    /** The same complaint in the words of that library's 4.21 and later: what may not be empty is told as such. */
    static String newer(String complaint) {
        return complaint.replaceFirst("(is too short|does not have enough properties)$", "should be non-empty");
    }

    static Schema any() {
        return (field, value) -> Optional.empty();
    }

    static Schema nothing() {
        return (field, value) -> value.isNull() ? Optional.empty() : complaint(field, value, "is not of type 'null'");
    }

    /**
     * A value of some of JSON's types.
     *
     * @param types their names as the library lists them
     */
    static Schema typed(String types, Predicate<JsonNode> type, Schema schema) {
        return (field, value) ->
                type.test(value) ? schema.violation(field, value) : complaint(field, value, "is not of type " + types);
    }

    /** Text or null. */
    static Schema textOrNull(int longest) {
        return typed("'string', 'null'", node -> node.isTextual() || node.isNull(), nullable(text(0, longest)));
    }

    /** That or null. */
    static Schema nullable(Schema schema) {
        return (field, value) -> value.isNull() ? Optional.empty() : schema.violation(field, value);
    }

    static Schema text(int shortest, int longest) {
        return (field, value) -> {
            if (!value.isTextual()) return complaint(field, value, "is not of type 'string'");
            if (value.textValue().length() < shortest) return complaint(field, value, "is too short");
            return value.textValue().length() > longest ? complaint(field, value, "is too long") : Optional.empty();
        };
    }

    static Schema pattern(String regex, int shortest, int longest) {
        Schema text = text(shortest, longest);
        return (field, value) -> text.violation(field, value)
                .or(() -> value.textValue().matches(regex)
                        ? Optional.empty()
                        : complaint(field, value, "does not match '" + regex + "'"));
    }

    /** A text of a format the library knows by name. */
    static Schema format(String name, String regex) {
        return (field, value) -> value.isTextual() && value.textValue().matches(regex)
                ? Optional.empty()
                : complaint(field, value, "is not a '" + name + "'");
    }

    /** A number or text that matches. */
    static Schema anyText(String regex) {
        return (field, value) -> value.isValueNode() && value.asText().matches(regex)
                ? Optional.empty()
                : complaint(field, value, "does not match '" + regex + "'");
    }

    /** An object or array of exactly one. */
    private static Schema sized(Schema schema, String few, String many) {
        return (field, value) -> schema.violation(field, value).or(() -> switch (value.size()) {
            case 0 -> complaint(field, value, few);
            case 1 -> Optional.empty();
            default -> complaint(field, value, many);
        });
    }

    static Schema single(Schema map) {
        return sized(map, "does not have enough properties", "has too many properties");
    }

    static Schema one(Schema item) {
        return sized(list(item), "is too short", "is too long");
    }

    static boolean isUuid(String text) {
        return text.matches("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");
    }

    static Schema uuid() {
        return typed(
                "'string'",
                JsonNode::isTextual,
                (field, value) ->
                        isUuid(value.textValue()) ? Optional.empty() : complaint(field, value, "is not a 'uuid'"));
    }

    /** A whole number, as such or as text. */
    static Schema count() {
        return (field, value) -> {
            if (value.asText().isEmpty()) return complaint(field, value, "is too short");
            if (!value.asText().matches("-?\\d{1,9}")) return complaint(field, value, "does not match '^[0-9]*$'");
            return value.asInt() < 1 ? complaint(field, value, "is less than the minimum of 1") : Optional.empty();
        };
    }

    /** One of those values; a boolean counts as the word for it. */
    static Schema oneOf(String allowed, Collection<String> texts) {
        return (field, value) -> texts.contains(value.asText())
                ? Optional.empty()
                : complaint(field, value, "is not one of [" + allowed + "]");
    }

    static Schema anyOf(Schema... schemas) {
        return (field, value) -> Stream.of(schemas)
                        .anyMatch(schema -> schema.violation(field, value).isEmpty())
                ? Optional.empty()
                : complaint(field, value, "is not valid under any of the given schemas");
    }

    static Schema list(Schema item) {
        return typed("'array'", JsonNode::isArray, items(item));
    }

    /** A list of no more than that many. */
    static Schema list(Schema item, int most) {
        Schema list = list(item);
        return (field, value) -> list.violation(field, value)
                .or(() -> value.size() > most ? complaint(field, value, "is too long") : Optional.empty());
    }

    /** That of each in a list, and anything that is no list. */
    static Schema items(Schema item) {
        return (field, value) -> {
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                Optional<String> violation = item.violation(Integer.toString(i), value.get(i));
                if (violation.isPresent()) return violation;
            }
            return Optional.empty();
        };
    }

    /** A map of keys like that to values like this. */
    static Schema map(String keys, Schema values) {
        return (field, value) -> {
            if (!value.isObject()) return complaint(field, value, "is not of type 'object'");
            return value.properties().stream()
                    .map(entry -> entry.getKey().matches(keys)
                            ? values.violation(entry.getKey(), entry.getValue())
                            : about(
                                    field,
                                    value,
                                    "'" + entry.getKey() + "' does not match any of the regexes: '" + keys + "'"))
                    .flatMap(Optional::stream)
                    .findFirst();
        };
    }

    /** An object of exactly that field. */
    static Schema wrapped(String name, Schema inner) {
        return object(Map.of(name, inner), List.of(name));
    }

    /** A yes or no in the words that a service knows. */
    static Schema yesOrNo(List<String> yes, List<String> no) {
        return oneOf(
                "True, " + quoted(yes) + ", False, " + quoted(no),
                Stream.concat(yes.stream(), no.stream()).toList());
    }

    private static String quoted(List<String> words) {
        return "'" + String.join("', '", words) + "'";
    }

    /** An object of some known fields and any others. */
    static Schema open(Map<String, Schema> fields) {
        return (field, value) -> {
            if (!value.isObject()) return complaint(field, value, "is not of type 'object'");
            return value.properties().stream()
                    .flatMap(entry -> Stream.ofNullable(fields.get(entry.getKey()))
                            .flatMap(known -> known.violation(entry.getKey(), entry.getValue()).stream()))
                    .findFirst();
        };
    }

    /** An object of known fields. */
    static Schema object(Map<String, Schema> fields, List<String> required) {
        return (field, value) -> {
            if (!value.isObject()) return complaint(field, value, "is not of type 'object'");
            Stream<String> wrong = value.properties().stream()
                    .flatMap(entry -> Stream.ofNullable(fields.get(entry.getKey()))
                            .flatMap(known -> known.violation(entry.getKey(), entry.getValue()).stream()));
            Stream<String> missing = required.stream()
                    .filter(name -> !value.has(name))
                    .flatMap(name -> about(field, value, "'" + name + "' is a required property").stream());
            String unknown = value.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !fields.containsKey(name))
                    .map(name -> "'" + name + "'")
                    .collect(Collectors.joining(", "));
            Stream<String> unexpected = unknown.isEmpty()
                    ? Stream.empty()
                    : about(
                            field,
                            value,
                            "Additional properties are not allowed (" + unknown
                                    + (unknown.contains(", ") ? " were" : " was") + " unexpected)")
                            .stream();
            return Stream.of(wrong, missing, unexpected).flatMap(found -> found).findFirst();
        };
    }

    /** What is wrong with a value, with the value. */
    static Optional<String> complaint(String field, JsonNode value, String what) {
        return about(field, value, JsonTree.repr(value) + " " + what);
    }

    private static Optional<String> about(String field, JsonNode value, String message) {
        if (field.isEmpty()) return Optional.of(message);
        String text = value.getNodeType() == JsonNodeType.STRING ? value.textValue() : JsonTree.repr(value);
        return Optional.of("Invalid input for field/attribute " + field + ". Value: " + text + ". " + message);
    }
}
