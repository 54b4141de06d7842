package io.github.openstackmaven.simulator.glance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.ErrorPage;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Changes of an image as <a href="https://docs.openstack.org/api-ref/image/v2/#update-image">JSON patches</a> say them. */
record ImageChanges(JsonNode operations) {
    private static final String ONE_OF = "It must be one of the following: add, remove, replace.";
    private static final Set<String> READ_ONLY = Set.of(
            "id",
            "status",
            "size",
            "virtual_size",
            "checksum",
            "os_hash_algo",
            "os_hash_value",
            "created_at",
            "updated_at",
            "self",
            "file",
            "schema",
            "direct_url");
    private static final Set<String> NUMBERS = Set.of("min_disk", "min_ram");
    private static final Set<String> OWN =
            Set.of("name", "visibility", "protected", "min_disk", "min_ram", "disk_format", "container_format", "tags");

    static ImageChanges of(Call call) {
        JsonNode body =
                JsonTree.parse(call.body()).orElseThrow(() -> Rejection.badRequest("Malformed JSON in request body."));
        if (!body.isArray()) throw Rejection.badRequest("Request body must be a JSON array of operation objects.");
        return new ImageChanges(body);
    }

    /** An image after all of them. */
    Image of(Image image, Instant now) {
        Image changed = image;
        for (JsonNode operation : operations) changed = one(changed, operation, now);
        return changed;
    }

    /** How older releases refuse them for an image that is another project's. */
    String refused() {
        String first = operations.path(0).path("path").asText().replaceFirst("^/", "");
        return "You are not permitted to modify '" + first + "' on this image.";
    }

    private static Image one(Image image, JsonNode operation, Instant now) {
        String op = JsonTree.text(operation, "op")
                .orElseThrow(() -> Rejection.badRequest("Unable to find `op` in JSON Schema change. " + ONE_OF));
        if (!Set.of("add", "remove", "replace").contains(op)) {
            throw Rejection.badRequest("Invalid operation: `" + op + "`. " + ONE_OF);
        }
        String key = key(operation);
        if (READ_ONLY.contains(key)) throw Rejection.forbidden("Attribute '" + key + "' is read-only.");
        if (key.equals("owner")) throw denied("Owner can't be updated by non admin.");
        if (op.equals("remove")) return removed(image, key, now);
        if (op.equals("replace") && !OWN.contains(key)) demand(image, key);
        return image.with(key, value(operation, op, key), now);
    }

    private static Image removed(Image image, String key, Instant now) {
        if (OWN.contains(key)) throw denied("Property " + key + " may not be removed.");
        demand(image, key);
        return image.without(key, now);
    }

    private static Rejection denied(String detail) {
        return Rejection.forbidden(ErrorPage.detailed("Access was denied to this resource.", detail));
    }

    private static void demand(Image image, String key) {
        if (image.properties().containsKey(key)) return;
        throw Rejection.conflict(ErrorPage.detailed(
                "There was a conflict when trying to complete your request.", "Property " + key + " does not exist."));
    }

    private static String key(JsonNode operation) {
        String path = JsonTree.text(operation, "path")
                .orElseThrow(() -> Rejection.badRequest("Unable to find 'path' in JSON Schema change"));
        if (!path.startsWith("/")) throw Rejection.badRequest("Pointer `" + path + "` does not start with \"/\".");
        if (path.indexOf('/', 1) >= 0) {
            throw Rejection.badRequest("Invalid JSON pointer for this resource: '" + path + "'");
        }
        return path.substring(1).replace("~1", "/").replace("~0", "~");
    }

    private static String value(JsonNode operation, String op, String key) {
        if (!operation.has("value")) {
            throw Rejection.badRequest("Operation \"" + op + "\" requires a member named \"value\".");
        }
        return text(key, operation.get("value"));
    }

    /** What a property is to be, if it may be that. */
    static String text(String key, JsonNode value) {
        Optional<String> wrong = Optional.empty();
        if (NUMBERS.contains(key)) wrong = Optional.of("integer").filter(type -> !value.isInt());
        else if (key.equals("protected")) wrong = Optional.of("boolean").filter(type -> !value.isBoolean());
        else if (!OWN.contains(key)) wrong = Optional.of("string").filter(type -> !value.isTextual());
        wrong.ifPresent(type -> {
            throw Rejection.badRequest("Provided object does not match schema 'image': " + JsonTree.repr(value)
                    + " is not of type '" + type + "'" + where(key, type) + "\n\nOn instance['" + key + "']:\n    "
                    + JsonTree.repr(value));
        });
        return value.asText();
    }

    private static String where(String key, String type) {
        String schema = OWN.contains(key) ? "schema['properties']['" + key + "']" : "schema['additionalProperties']";
        return "\n\nFailed validating 'type' in " + schema + ":\n    {'type': '" + type + "'}";
    }
}
