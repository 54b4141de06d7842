package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A request on its way to the route that answers it.
 *
 * @param path below the service's prefix
 * @param headers by their names, whose case does not matter
 * @param parts what the route's placeholders stand for
 * @param session the valid token it came with
 * @param minor the microversion asked of Nova: 93 is 2.93
 */
record Call(
        String method,
        String path,
        Query query,
        Map<String, String> headers,
        String body,
        String requestId,
        Map<String, String> parts,
        Optional<Token> session,
        int minor) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** What that placeholder of the route stands for. */
    String part(String name) {
        return parts.get(name);
    }

    Token token() {
        return session.orElseThrow();
    }

    String project() {
        return token().project().map(Project::id).orElse("");
    }

    /** Refuses what this microversion doesn't have yet. */
    void since(int first) {
        if (minor < first) throw Refusal.notFound("The resource could not be found.");
    }

    /** Refuses what this microversion doesn't have any more. */
    void until(int gone) {
        if (minor >= gone) throw Refusal.notFound("The resource could not be found.");
    }

    Optional<JsonNode> json() {
        return Json.parse(body);
    }

    Call below(String rest) {
        return new Call(method, rest, query, headers, body, requestId, parts, session, minor);
    }

    Call with(Map<String, String> placeholders) {
        return new Call(method, path, query, headers, body, requestId, placeholders, session, minor);
    }

    Call with(Token token) {
        return new Call(method, path, query, headers, body, requestId, parts, Optional.of(token), minor);
    }

    Call withMinor(int microversion) {
        return new Call(method, path, query, headers, body, requestId, parts, session, microversion);
    }
}
