package io.github.openstackmaven.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words of an error answer, in each service's own shape: Keystone's {@code {"error": {"message"}}}, Nova's
 * {@code {"KIND": {"message"}}}, Neutron's {@code {"NeutronError": {"message"}}}, Glance's HTML page, an identity
 * provider's {@code {"error", "error_description"}} (<a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749</a>).
 */
final class ErrorBody {
    private static final int LONGEST = 500;
    private static final Pattern HTML = Pattern.compile("(?i)<(html|body|br|p|div)\\b[^>]*>");

    private ErrorBody() {}

    static String words(Response response) {
        String words = Json.parse(response.body())
                .flatMap(ErrorBody::message)
                .map(ErrorBody::withoutTags)
                .orElseGet(() -> text(response.body()));
        if (words.isEmpty()) words = "nothing but the status";
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }

    private static Optional<String> message(JsonNode body) {
        if (body.path("message").isTextual())
            return Optional.of(body.get("message").asText());
        if (body.path("error").isTextual() && body.path("error_description").isTextual()) {
            return Optional.of(body.get("error").asText() + ": "
                    + body.get("error_description").asText());
        }
        for (JsonNode child : body) {
            if (child.path("message").isTextual())
                return Optional.of(child.get("message").asText());
            if (child.isTextual()) return Optional.of(child.asText());
        }
        return Optional.empty();
    }

    // Only what is HTML for sure: services write <name> for what they don't know as well.
    private static String withoutTags(String message) {
        return HTML.matcher(message).find() ? text(message) : message.strip();
    }

    private static String text(String html) {
        String body = html.replaceAll("(?is)<(head|title|h1)[^>]*>.*?</\\1>", " ");
        return body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }
}
