package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What Neutron is sent, and what it says when it doesn't like it. */
final class NeutronBody {
    private NeutronBody() {}

    /** The resource in a body to create one. */
    static JsonNode toCreate(Call call, String resource, Set<String> known, List<String> required) {
        JsonNode body = read(call, resource);
        checkKnown(body, known);
        for (String name : required) {
            if (!body.has(name)) throw bad("Failed to parse request. Required attribute '" + name + "' not specified");
        }
        checkTexts(body);
        return body;
    }

    /** The resource in a body to change one. */
    static JsonNode toChange(Call call, String resource, Set<String> known, Set<String> fixed) {
        JsonNode body = read(call, resource);
        checkKnown(body, known);
        body.properties().stream()
                .filter(entry -> fixed.contains(entry.getKey()))
                .findFirst()
                .ifPresent(entry -> {
                    throw bad("Cannot update read-only attribute " + entry.getKey());
                });
        checkTexts(body);
        return body;
    }

    private static JsonNode read(Call call, String resource) {
        JsonNode body = call.json().filter(JsonNode::isObject).orElseThrow(() -> bad("Body contains invalid data"));
        if (body.path(resource).isObject()) return body.get(resource);
        // Only the core plugin's words name the resource.
        throw bad(resource.equals("port") ? "Unable to find 'port' in request body" : "Resource body required");
    }

    private static void checkKnown(JsonNode body, Set<String> known) {
        String unknown = body.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) throw bad("Unrecognized attribute(s) " + unknown);
    }

    private static void checkTexts(JsonNode body) {
        for (String name : List.of("name", "description")) {
            if (body.has(name) && !body.get(name).isTextual()) {
                throw bad("Invalid input for " + name + ". Reason: '"
                        + body.get(name).asText() + "' is not a valid string.");
            }
        }
    }

    /** A UUID, when there is one and it isn't null. */
    static Optional<String> uuid(JsonNode body, String name) {
        if (!body.hasNonNull(name)) return Optional.empty();
        String id = body.get(name).asText();
        if (!Schema.isUuid(id)) throw bad("Invalid input for " + name + ". Reason: '" + id + "' is not a valid UUID.");
        return Optional.of(id);
    }

    static Rejection bad(String message) {
        return new Rejection(400, "HTTPBadRequest", message);
    }

    static Rejection overQuota(String resource) {
        return new Rejection(409, "OverQuota", "Quota exceeded for resources: ['" + resource + "'].");
    }
}
