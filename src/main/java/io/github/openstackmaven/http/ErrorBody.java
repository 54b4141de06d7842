package io.github.openstackmaven.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The words of an error answer, in each service's own shape: Keystone's {@code {"error": {"message"}}}, Nova's
 * {@code {"KIND": {"message"}}}, Neutron's {@code {"NeutronError": {"message"}}}, Glance's HTML page.
 */
final class ErrorBody {
    private static final int LONGEST = 500;

    private ErrorBody() {}

    static String words(Response response) {
        String words = Json.parse(response.body()).flatMap(ErrorBody::message).orElseGet(() -> text(response.body()));
        if (words.isEmpty()) words = "nothing but the status";
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }

    private static Optional<String> message(JsonNode body) {
        if (body.path("message").isTextual())
            return Optional.of(body.get("message").asText().strip());
        for (JsonNode child : body) {
            if (child.path("message").isTextual())
                return Optional.of(child.get("message").asText().strip());
            if (child.isTextual()) return Optional.of(child.asText().strip());
        }
        return Optional.empty();
    }

    private static String text(String html) {
        String body = html.replaceAll("(?is)<(head|title|h1)[^>]*>.*?</\\1>", " ");
        return body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }
}
