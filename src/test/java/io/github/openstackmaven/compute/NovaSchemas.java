package io.github.openstackmaven.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Nova takes: the schemas of its API, which it publishes with its source. A file of {@code schemas/} has the one of
 * 2.1, and for each later microversion that differs what is to be merged into it
 * (<a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</a>).
 */
public final class NovaSchemas {
    private final ObjectMapper mapper = new ObjectMapper();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4);

    /** What the schemas have against a request; nothing when they are not about it. */
    public List<String> complaints(Request request) {
        String body = request.body().orElse("");
        return request.method().equals("POST")
                ? schemaOf(request.uri().getPath(), body).stream()
                        .flatMap(name -> complaints(name, microversion(request), body).stream())
                        .toList()
                : List.of();
    }

    /** What a schema has against a body. */
    List<String> complaints(String name, Microversion version, String body) {
        return registry.getSchema(schema(name, version)).validate(body, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static Optional<String> schemaOf(String path, String body) {
        if (path.endsWith("/servers")) return Optional.of("servers");
        if (path.endsWith("/os-keypairs")) return Optional.of("keypairs");
        if (path.endsWith("/os-server-groups")) return Optional.of("server-groups");
        if (path.matches(".*/servers/[^/]+/metadata")) return Optional.of("server-metadata");
        return path.matches(".*/servers/[^/]+/action") && body.contains("os-getConsoleOutput")
                ? Optional.of("console-output")
                : Optional.empty();
    }

    private static Microversion microversion(Request request) {
        return Stream.of("OpenStack-API-Version", "X-OpenStack-Nova-API-Version")
                .flatMap(header -> Stream.ofNullable(request.headers().get(header)))
                .map(value -> Microversion.parse(value.replace("compute ", "")))
                .findFirst()
                .orElse(new Microversion(2, 1));
    }

    private ObjectNode schema(String name, Microversion version) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        read(name).properties().stream()
                .filter(step -> Microversion.parse(step.getKey()).compareTo(version) <= 0)
                .forEach(step -> merge(schema, step.getValue()));
        return schema;
    }

    private JsonNode read(String name) {
        try (InputStream in =
                Objects.requireNonNull(NovaSchemas.class.getResourceAsStream("schemas/" + name + ".json"), name)) {
            return mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void merge(ObjectNode into, JsonNode patch) {
        patch.properties().forEach(change -> {
            String key = change.getKey();
            JsonNode value = change.getValue();
            if (value.isNull()) {
                into.remove(key);
            } else if (value.isObject() && into.path(key) instanceof ObjectNode old) {
                merge(old, value);
            } else {
                into.set(key, value);
            }
        });
    }
}
