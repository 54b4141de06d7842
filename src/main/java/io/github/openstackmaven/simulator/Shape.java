package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.web.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another shape than an answer should have. */
public enum Shape {
    /** The same fields, and null in each. */
    NULLED {
        @Override
        JsonNode of(JsonNode body) {
            return nulled(body);
        }
    },
    /** Each field's value in a list, and lists in objects. */
    ARRAYED {
        @Override
        JsonNode of(JsonNode body) {
            if (!body.isObject()) return JsonTree.array(List.of(body));
            ObjectNode arrayed = JsonTree.object();
            body.properties()
                    .forEach(field -> arrayed.set(
                            field.getKey(),
                            field.getValue().isArray()
                                    ? JsonTree.object("0", field.getValue())
                                    : JsonTree.array(List.of(field.getValue()))));
            return arrayed;
        }
    },
    /** {@code {}}. */
    EMPTY_OBJECT {
        @Override
        JsonNode of(JsonNode body) {
            return JsonTree.object();
        }
    },
    /** {@code null}. */
    NULL {
        @Override
        JsonNode of(JsonNode body) {
            return JsonNodeFactory.instance.nullNode();
        }
    },
    /** {@code []}. */
    EMPTY_LIST {
        @Override
        JsonNode of(JsonNode body) {
            return JsonNodeFactory.instance.arrayNode();
        }
    },
    /** Not even JSON. */
    GARBAGE {
        @Override
        JsonNode of(JsonNode body) {
            return body;
        }

        @Override
        String of(String body) {
            return "\u0000\ufffd{\"server\": {\"id\": \ufffd( tru";
        }
    };

    abstract JsonNode of(JsonNode body);

    String of(String body) {
        return of(JsonTree.parse(body).orElseGet(JsonTree::object)).toString();
    }

    /** The same with nothing in its list; empty when it has none. */
    static Optional<String> emptied(String body) {
        return JsonTree.parse(body)
                .flatMap(whole -> whole.properties().stream()
                        .filter(field ->
                                field.getValue().isArray() && !field.getKey().endsWith("_links"))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .map(list -> ((ObjectNode) whole)
                                .set(list, JsonNodeFactory.instance.arrayNode())
                                .toString()));
    }

    /** The id of what an answer has under that name. */
    static Optional<String> id(String body, String name) {
        return JsonTree.parse(body).flatMap(whole -> JsonTree.text(whole.path(name), "id"));
    }

    private static JsonNode nulled(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = JsonTree.object();
            node.properties().forEach(field -> object.set(field.getKey(), nulled(field.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(nulled(item)));
            return array;
        }
        return JsonNodeFactory.instance.nullNode();
    }
}
