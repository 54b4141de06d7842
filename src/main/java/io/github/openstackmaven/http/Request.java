package io.github.openstackmaven.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** One HTTP request; the body, where there is one, is JSON text. Its headers may hold a token, so it does not print them. */
public record Request(String method, URI uri, Map<String, String> headers, Optional<String> body, Patience patience) {

    /** A request that is waited for as long as is usual. */
    public Request(String method, URI uri, Map<String, String> headers, Optional<String> body) {
        this(method, uri, headers, body, Patience.standard());
    }

    /** The same, waited for so long. */
    public Request with(Patience other) {
        return new Request(method, uri, headers, body, other);
    }

    /** The same sent elsewhere. */
    Request to(URI other) {
        return new Request(method, other, headers, body, patience);
    }

    /** Whether sending it again does no harm: it changes nothing, deletes, or takes another token. */
    boolean repeatable() {
        return !method.equals("POST") || uri.getPath().endsWith("/auth/tokens");
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
