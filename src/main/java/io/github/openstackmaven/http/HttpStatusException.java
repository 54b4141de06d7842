package io.github.openstackmaven.http;

import io.github.openstackmaven.OpenStackException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A service answered with an error; the message has its own words and the request id. */
public final class HttpStatusException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    private static final String ASK =
            "'mvn openstack:check' prints what a launch asks for; why that is refused, the cloud's operator finds by the"
                    + " request.";
    // Besides the word Nova has "Maximum number of ports exceeded" and "is over a limit for", Cinder "larger than
    // maximum
    // allowed limit".
    private static final List<String> QUOTA =
            List.of("quota", "maximum number of", "over a limit for", "maximum allowed limit");
    private static final List<String> POLICY = List.of("policy", "not authorized");

    private final int status;
    private final boolean ofService;
    private final String words;
    private final boolean tooFast;
    private final transient Optional<Duration> retryAfter;

    public HttpStatusException(String service, Request request, Response response) {
        this(service, request, response, ErrorBody.words(response), moved(request, response));
    }

    private HttpStatusException(
            String service, Request request, Response response, String words, Optional<String> moved) {
        super(
                "The " + service + " service " + moved.orElseGet(() -> "says: " + words) + " (HTTP " + response.status()
                        + ", " + request
                        + response.requestId().map(id -> ", request id " + id).orElse("") + ")",
                moved.isPresent()
                        ? "Set that as auth_url or as the service's endpoint, if it is the cloud's: a token is not"
                                + " sent there unasked."
                        : adviceFor(response.status(), words));
        this.status = response.status();
        this.ofService = Json.parse(response.body()).isPresent();
        this.words = words;
        this.tooFast = RetryPolicy.isOverLimit(response);
        this.retryAfter = RetryPolicy.retryAfter(response, Instant.now());
    }

    private static Optional<String> moved(Request request, Response response) {
        return RedirectingTransport.target(request.uri(), response).map(target -> "sends elsewhere, to " + target);
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** Whether the service itself says that there is no such thing, and not a page of a proxy in between. */
    public boolean isNotFound() {
        return status == 404 && ofService;
    }

    /** The service does not speak the microversion that was asked for. */
    public boolean isOfMicroversion() {
        return status == 406;
    }

    /**
     * A service that is busy, has a problem, or is not there behind its proxy may be back a moment later; one that knows no such
     * thing (501) is not about to learn it.
     */
    @Override
    public boolean mayPass() {
        boolean ofProxy = status / 100 == 3 || (status == 404 && !ofService);
        boolean unwell = status >= 500 && status != 501;
        boolean tooMuch = status == 408 || status == 429 || tooFast;
        return ofProxy || unwell || tooMuch;
    }

    /** How long the service asks to be left alone. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** What the cloud itself said. */
    public String words() {
        return words;
    }

    /** Whether a quota is used up. */
    public boolean isOfQuota() {
        return isOfQuota(status, words);
    }

    /** Whether a service says by that that a quota is used up: a refusal, or the fault of a server. */
    public static boolean tellsOfQuota(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return QUOTA.stream().anyMatch(said::contains);
    }

    // Nova calls a quota of Glance's a defect of its own, and names the error's class.
    private static boolean isOfQuota(int status, String words) {
        boolean refused = status == 403 || status == 409 || status == 413;
        return (refused && tellsOfQuota(words))
                || (status == 500 && words.toLowerCase(Locale.ROOT).contains("overlimit"));
    }

    private static String adviceFor(int status, String words) {
        String said = words.toLowerCase(Locale.ROOT);
        if (isOfQuota(status, words)) {
            return "Delete what is no longer needed, ask for less, or ask the cloud's operator for quota.";
        }
        if (words.contains("Multiple possible networks")) {
            return "Name one of the project's networks in <networks>, or -Dopenstack.networks=NAME.";
        }
        return switch (status) {
            case 401 -> "The token was not accepted: check that the service belongs to this cloud.";
            // Not every refusal is one of the user's roles: what it is the service says.
            case 403 ->
                POLICY.stream().anyMatch(said::contains) ? "The user's roles in this project don't allow it." : ASK;
            case 500, 502, 503, 504 ->
                "The cloud has a problem of its own: try again, and give its operator the request id.";
            default -> ASK;
        };
    }
}
