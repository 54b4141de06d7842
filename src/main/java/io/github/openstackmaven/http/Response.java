package io.github.openstackmaven.http;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** One HTTP answer, whatever its status. Its headers and body may hold a token, so it does not print them. */
public record Response(int status, HttpHeaders headers, String body) {

    /** The id under which the service's log has this request. */
    public Optional<String> requestId() {
        return headers.firstValue("x-openstack-request-id").or(() -> headers.firstValue("x-compute-request-id"));
    }

    /** Whether the status is 2xx. */
    public boolean successful() {
        return status / 100 == 2;
    }

    /** Whether it sends to another place, which is not followed with a token or a password. */
    public boolean isElsewhere(Request request) {
        return RedirectingTransport.target(request.uri(), this).isPresent();
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
