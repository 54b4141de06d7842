package io.github.openstackmaven.simulator.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A request on its way to the route that answers it.
 *
 * @param path below the service's prefix
 * @param headers by their names, whose case does not matter
 * @param parts what the route's placeholders stand for
 * @param caller whose valid token it came with
 * @param minor the microversion asked of Nova: 93 is 2.93
 */
public record Call(
        String method,
        String path,
        Parameters query,
        Map<String, String> headers,
        String body,
        String requestId,
        Map<String, String> parts,
        Caller caller,
        int minor) {

    /** The first sight of a request, to the service with that prefix. */
    public static Call of(Incoming request, String prefix) {
        return new Call(
                request.method(),
                request.path().substring(prefix.length()),
                request.query(),
                request.headers(),
                request.body(),
                "req-" + UUID.randomUUID(),
                Map.of(),
                Caller.NOBODY,
                1);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** What that placeholder of the route stands for. */
    public String part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    /** The id of the caller's project. */
    public String project() {
        return caller.project();
    }

    /** Refuses what this microversion doesn't have yet. */
    public void since(int first) {
        if (minor < first) throw Rejection.notFound("The resource could not be found.");
    }

    /** Refuses what this microversion doesn't have any more. */
    public void until(int gone) {
        if (minor >= gone) throw Rejection.notFound("The resource could not be found.");
    }

    public Optional<JsonNode> json() {
        return JsonTree.parse(body);
    }

    public Call below(String rest) {
        return new Call(method, rest, query, headers, body, requestId, parts, caller, minor);
    }

    Call with(Map<String, String> placeholders) {
        return new Call(method, path, query, headers, body, requestId, placeholders, caller, minor);
    }

    Call by(Caller other) {
        return new Call(method, path, query, headers, body, requestId, parts, other, minor);
    }

    public Call withMinor(int microversion) {
        return new Call(method, path, query, headers, body, requestId, parts, caller, microversion);
    }
}
