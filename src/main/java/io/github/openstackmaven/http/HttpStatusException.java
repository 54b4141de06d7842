package io.github.openstackmaven.http;

import io.github.openstackmaven.OpenStackException;
import java.util.Optional;

/** A service answered with an error; the message has its own words and the request id. */
public final class HttpStatusException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String words;

    public HttpStatusException(String service, Request request, Response response) {
        this(service, request, response, ErrorBody.words(response), "");
    }

    private HttpStatusException(String service, Request request, Response response, String words, String advice) {
        super(
                "The " + service + " service says: " + words + " (HTTP " + response.status() + ", " + request
                        + requestId(response.requestId()) + ")",
                advice.isEmpty() ? adviceFor(response.status(), words) : advice);
        this.status = response.status();
        this.words = words;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** What the cloud itself said. */
    public String words() {
        return words;
    }

    private static String requestId(Optional<String> id) {
        return id.map(value -> ", request id " + value).orElse("");
    }

    private static String adviceFor(int status, String words) {
        if (status == 403 && words.contains("Quota exceeded")) {
            return "Delete servers that are no longer needed, choose a smaller flavor, or ask the cloud's operator for quota.";
        }
        if (words.contains("Multiple possible networks")) {
            return "Name one of the project's networks in <networks>, or -Dopenstack.networks=NAME.";
        }
        return switch (status) {
            case 401 -> "The token was not accepted: check that the service belongs to this cloud.";
            case 403 -> "The user's roles in this project don't allow it.";
            case 500, 502, 503, 504 ->
                "The cloud has a problem of its own: try again, and give its operator the request id.";
            default -> "";
        };
    }
}
