package io.github.openstackmaven.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** One HTTP request; the body, where there is one, is JSON text. Its headers may hold a token, so it does not print them. */
public record Request(String method, URI uri, Map<String, String> headers, Optional<String> body) {
    /** Whether sending it again does no harm: it changes nothing, deletes, or takes another token. */
    boolean repeatable() {
        return !method.equals("POST") || uri.getPath().endsWith("/auth/tokens");
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
