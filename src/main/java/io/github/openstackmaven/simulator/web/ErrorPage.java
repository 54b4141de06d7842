package io.github.openstackmaven.simulator.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * WebOb's error pages, which Glance sends for all errors and Nova for unknown paths. Who accepts anything gets HTML,
 * who asks for JSON gets that, who says nothing gets plain text.
 */
public final class ErrorPage {
    private static final int LARGEST_BODY = 114688;
    private static final String DETAIL = "<br /><br />\n";
    private static final String HTML = """
            <html>
             <head>
              <title>%1$s</title>
             </head>
             <body>
              <h1>%1$s</h1>
              %2$s<br /><br />



             </body>
            </html>""";

    private ErrorPage() {}

    public static Answer of(Call call, int status, String message) {
        String line = status + " " + KeystoneError.title(status);
        String accept = call.header("Accept").orElse("");
        if (accept.contains("text/html") || accept.contains("*/*") || accept.contains("text/*")) {
            return Answer.html(status, HTML.formatted(line, message.replace("'", "&#x27;")));
        }
        if (accept.contains("application/json")) {
            return Answer.json(
                    status,
                    JsonTree.object(
                            "message",
                            message + (message.contains(DETAIL) ? "\n\n" : DETAIL + "\n\n"),
                            "code",
                            line,
                            "title",
                            KeystoneError.title(status)));
        }
        return new Answer(
                status,
                List.of(new Answer.Header("Content-Type", "text/plain; charset=UTF-8")),
                line + "\n\n" + message + "\n\n   ");
    }

    /** The refusal of a body that is too large for the services whose bodies are limited: all but Neutron and Glance. */
    public static Optional<Answer> tooLarge(Call call) {
        boolean large = call.body().getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY;
        return large
                ? Optional.of(of(
                        call, 413, "Request is too large. Larger than max_request_body_size (" + LARGEST_BODY + ")."))
                : Optional.empty();
    }

    /** What is to be said with the details of it. */
    public static String detailed(String message, String detail) {
        return message + DETAIL + detail;
    }

    public static Answer noSuchPage(Call call) {
        return of(call, 404, "The resource could not be found.");
    }
}
