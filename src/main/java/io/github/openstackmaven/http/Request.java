package io.github.openstackmaven.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One HTTP request. Its headers may hold a token, so it does not print them.
 *
 * @param body JSON text, where there is one
 * @param patience how long it is waited for
 * @param readable whether a successful answer is one; a page of a proxy in between is none
 * @param repeatable whether sending it again does no harm: it changes nothing, deletes, or takes another token
 */
public record Request(
        String method,
        URI uri,
        Map<String, String> headers,
        Optional<String> body,
        Patience patience,
        Predicate<Response> readable,
        boolean repeatable) {

    /** A request that is waited for as long as is usual, and takes any answer. */
    public Request(String method, URI uri, Map<String, String> headers, Optional<String> body) {
        this(method, uri, headers, body, Patience.standard(), response -> true, !method.equals("POST"));
    }

    /** The same, waited for so long. */
    public Request with(Patience other) {
        return new Request(method, uri, headers, body, other, readable, repeatable);
    }

    /** The same, which wants such an answer. */
    public Request wanting(Predicate<Response> answer) {
        return new Request(method, uri, headers, body, patience, answer, repeatable);
    }

    /** The same, which makes nothing but a token, and is sent again like a question though it is a POST. */
    public Request forToken() {
        return new Request(method, uri, headers, body, patience, readable, true);
    }

    /** The same sent elsewhere. */
    Request to(URI other) {
        return new Request(method, other, headers, body, patience, readable, repeatable);
    }

    /** Whether it changes something. */
    boolean changes() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
