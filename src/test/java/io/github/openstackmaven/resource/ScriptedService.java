package io.github.openstackmaven.resource;

import io.github.openstackmaven.http.NoTokens;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.ServiceClient;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service that answers as it is told, and of the rest that there is no such thing. */
final class ScriptedService {
    private final Map<String, Deque<Response>> answers = new HashMap<>();

    /** What was asked of it. */
    final List<String> sent = new ArrayList<>();

    /** What it answers to {@code METHOD /path}; several answers in turns, the last one ever again. */
    ScriptedService answers(String request, int status, String body) {
        answers.computeIfAbsent(request, absent -> new ArrayDeque<>()).add(response(status, body));
        return this;
    }

    ServiceClient client() {
        return new ServiceClient("any", URI.create("http://cloud"), this::answer, new NoTokens());
    }

    private Response answer(Request request) {
        String asked = request.method() + " " + request.uri().getPath();
        sent.add(asked);
        Deque<Response> left = answers.getOrDefault(asked, new ArrayDeque<>());
        if (left.size() > 1) return left.remove();
        return Optional.ofNullable(left.peek()).orElseGet(() -> response(404, "{}"));
    }

    private static Response response(int status, String body) {
        return new Response(status, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }
}
