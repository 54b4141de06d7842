package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What Neutron is sent, and what it says when it doesn't like it. */
final class NeutronBody {
    private static final int LONGEST_TEXT = 255;
    private static final String ADDRESS = "(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*";

    private NeutronBody() {}

    /**
     * The attributes of a resource.
     *
     * @param atFirst those that its create may say
     * @param later those that may be changed
     * @param told those that only Neutron says
     */
    record Attributes(String resource, Set<String> atFirst, Set<String> later, Set<String> told) {
        private static final String ALWAYS_TOLD = " id created_at updated_at revision_number";

        static Attributes of(String resource, String atFirst, String later, String told) {
            return new Attributes(
                    resource, words(atFirst + " tenant_id project_id"), words(later), words(told + ALWAYS_TOLD));
        }

        private static Set<String> words(String text) {
            return Set.of(text.split(" ", -1));
        }

        private boolean has(String name) {
            return atFirst.contains(name) || told.contains(name);
        }
    }

    /** The resource in a body to create one. */
    static JsonNode toCreate(Call call, Attributes attributes, List<String> required) {
        JsonNode body = read(call, attributes);
        for (String name : required) {
            if (!body.has(name)) throw bad("Failed to parse request. Required attribute '" + name + "' not specified");
        }
        first(body, name -> !attributes.atFirst().contains(name)).ifPresent(name -> {
            throw bad("Attribute '" + name + "' not allowed in POST");
        });
        checkValues(body);
        return body;
    }

    /** The resource in a body to change one. */
    static JsonNode toChange(Call call, Attributes attributes) {
        JsonNode body = read(call, attributes);
        first(body, name -> !attributes.later().contains(name)).ifPresent(name -> {
            throw bad("Cannot update read-only attribute " + name);
        });
        checkValues(body);
        return body;
    }

    private static Optional<String> first(JsonNode body, Predicate<String> wanted) {
        return body.properties().stream().map(Map.Entry::getKey).filter(wanted).findFirst();
    }

    private static JsonNode read(Call call, Attributes attributes) {
        String resource = attributes.resource();
        JsonNode whole = call.json().filter(JsonNode::isObject).orElseThrow(() -> bad("Body contains invalid data"));
        // Only the core plugin's words name the resource.
        if (!whole.path(resource).isObject()) {
            throw bad(resource.equals("port") ? "Unable to find 'port' in request body" : "Resource body required");
        }
        JsonNode body = whole.get(resource);
        for (String owner : List.of("project_id", "tenant_id")) {
            if (body.has(owner)
                    && !body.get(owner).asText().equals(call.project())
                    && !call.caller().isAdmin()) {
                throw bad("Specifying 'project_id' or 'tenant_id' other than the authenticated project in request"
                        + " requires admin or advsvc privileges");
            }
        }
        String unknown = body.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !attributes.has(name))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) throw bad("Unrecognized attribute(s) '" + unknown + "'");
        return body;
    }

    private static void checkValues(JsonNode body) {
        for (String name : List.of("name", "description", "device_id", "device_owner")) {
            if (!body.has(name)) continue;
            JsonNode value = body.get(name);
            if (!value.isTextual()) throw invalid(name, "'" + value.asText() + "' is not a valid string.");
            if (value.asText().length() > LONGEST_TEXT) {
                throw invalid(name, "'" + value.asText() + "' exceeds maximum length of " + LONGEST_TEXT + ".");
            }
        }
        for (String name : List.of("admin_state_up", "port_security_enabled", "stateful")) yes(body, name, false);
    }

    /** A yes or no in any of its words. */
    static boolean yes(JsonNode body, String name, boolean otherwise) {
        if (!body.has(name)) return otherwise;
        String word = body.get(name).asText();
        if (!word.matches("(?i)true|false|0|1")) {
            throw operation("'" + word + "' cannot be converted to boolean.");
        }
        return word.matches("(?i)true|1");
    }

    /** A UUID, when there is one and it isn't null. */
    static Optional<String> uuid(JsonNode body, String name) {
        if (!body.hasNonNull(name)) return Optional.empty();
        return Optional.of(uuid(name, body.get(name).asText()));
    }

    /** One of an attribute's ids, if it is one. */
    static String uuid(String name, String id) {
        if (!Schema.isUuid(id)) throw invalid(name, "'" + id + "' is not a valid UUID.");
        return id;
    }

    /** The id of what it has to have. */
    static String requiredUuid(JsonNode body, String name) {
        return uuid(body, name).orElseThrow(() -> invalid(name, "'None' is not a valid UUID."));
    }

    /** An IP address, when there is one. */
    static Optional<String> address(JsonNode body, String name) {
        if (!body.hasNonNull(name)) return Optional.empty();
        String address = body.get(name).asText();
        if (!isAddress(address)) throw invalid(name, "'" + address + "' is not a valid IP address.");
        return Optional.of(address);
    }

    static boolean isAddress(String text) {
        return text.matches(ADDRESS);
    }

    static Rejection invalid(String name, String reason) {
        return bad("Invalid input for " + name + ". Reason: " + reason);
    }

    static Rejection operation(String reason) {
        return new Rejection(400, "InvalidInput", "Invalid input for operation: " + reason);
    }

    static Rejection bad(String message) {
        return new Rejection(400, "HTTPBadRequest", message);
    }

    /** What only owners of networks, or only administrators, may say. */
    static Rejection disallowed(String action, String attribute) {
        return new Rejection(
                403,
                "PolicyNotAuthorized",
                "(rule:" + action + " and rule:" + action + ":" + attribute + ") is disallowed by policy");
    }

    /** The same of a part of an attribute. */
    static Rejection disallowed(String action, String attribute, String part) {
        String rule = "rule:" + action;
        return new Rejection(
                403,
                "PolicyNotAuthorized",
                "(" + rule + " and (" + rule + ":" + attribute + " and (" + rule + ":" + attribute + ":" + part
                        + "))) is disallowed by policy");
    }

    static Rejection overQuota(String resource) {
        return new Rejection(409, "OverQuota", "Quota exceeded for resources: ['" + resource + "'].");
    }
}
