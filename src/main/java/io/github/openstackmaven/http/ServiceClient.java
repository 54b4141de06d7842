package io.github.openstackmaven.http;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Talks to one service at one endpoint: adds the token, renews it once on a 401, turns errors into exceptions. */
public final class ServiceClient {
    private final String service;
    private final URI endpoint;
    private final Transport transport;
    private final TokenSource tokens;
    private final Map<String, String> headers;
    private final Patience patience;

    /**
     * A client of one service.
     *
     * @param service the service's type, for messages
     * @param endpoint its URL including the API's version
     */
    public ServiceClient(String service, URI endpoint, Transport transport, TokenSource tokens) {
        this(service, endpoint, transport, tokens, Map.of(), Patience.standard());
    }

    private ServiceClient(
            String service,
            URI endpoint,
            Transport transport,
            TokenSource tokens,
            Map<String, String> headers,
            Patience patience) {
        this.service = service;
        this.endpoint = endpoint;
        this.transport = transport;
        this.tokens = tokens;
        this.headers = Map.copyOf(headers);
        this.patience = patience;
    }

    /** The same client, whose requests are waited for so long. */
    public ServiceClient with(Patience patience) {
        return new ServiceClient(service, endpoint, transport, tokens, headers, patience);
    }

    /** The same client, sending these headers with every request. */
    public ServiceClient with(Map<String, String> headers) {
        return new ServiceClient(service, endpoint, transport, tokens, headers, patience);
    }

    /** GET, the answer read as a record. */
    public <T> T get(String path, Map<String, String> query, Class<T> type) {
        return get(path, Query.of(query), type);
    }

    /** GET, the answer read as a record. */
    public <T> T get(String path, Query query, Class<T> type) {
        return read(call("GET", path + query, Optional.empty()), type);
    }

    /** GET of a list, page by page to the last. */
    public <T> List<T> all(String path, Query query, Class<? extends Page<T>> type) {
        List<T> all = new ArrayList<>();
        Optional<String> marker = Optional.empty();
        do {
            Page<T> page =
                    get(path, marker.map(last -> query.and("marker", last)).orElse(query), type);
            all.addAll(page.items());
            marker = page.items().isEmpty() ? Optional.empty() : page.next().flatMap(ServiceClient::marker);
        } while (marker.isPresent());
        return List.copyOf(all);
    }

    // Only the marker of the link is used: behind a TLS proxy its scheme and host are often wrong.
    private static Optional<String> marker(String next) {
        return Arrays.stream(URI.create(next).getQuery().split("&", -1))
                .filter(field -> field.startsWith("marker="))
                .map(field -> field.substring("marker=".length()))
                .findFirst();
    }

    /** GET of one resource; empty on a 404. */
    public <T> Optional<T> find(String path, Class<T> type) {
        try {
            return Optional.of(get(path, Map.of(), type));
        } catch (HttpStatusException e) {
            if (e.isNotFound()) return Optional.empty();
            throw e;
        }
    }

    /** POST of a record, the answer read as a record. */
    public <T> T post(String path, Object body, Class<T> type) {
        return read(call("POST", path, Optional.of(Json.write(body))), type);
    }

    /** POST of a record whose answer says nothing new. */
    public void post(String path, Object body) {
        call("POST", path, Optional.of(Json.write(body)));
    }

    /** PUT of a record whose answer says nothing new. */
    public void put(String path, Object body) {
        call("PUT", path, Optional.of(Json.write(body)));
    }

    /** DELETE; what is gone already counts as deleted. */
    public void delete(String path) {
        try {
            call("DELETE", path, Optional.empty());
        } catch (HttpStatusException e) {
            if (!e.isNotFound()) throw e;
        }
    }

    private Response call(String method, String path, Optional<String> body) {
        Optional<Secret> token = tokens.token();
        Request request = request(method, path, body, token);
        Response response = transport.send(request);
        if (response.status() == 401 && token.isPresent()) {
            request = request(method, path, body, tokens.renew(token));
            response = transport.send(request);
        }
        if (!response.successful()) throw new HttpStatusException(service, request, response);
        return response;
    }

    private Request request(String method, String path, Optional<String> body, Optional<Secret> token) {
        Map<String, String> all = new HashMap<>(headers);
        token.ifPresent(one -> all.put("X-Auth-Token", one.reveal()));
        return new Request(method, URI.create(endpoint + path), all, body, patience);
    }

    private <T> T read(Response response, Class<T> type) {
        return Json.read(response.body(), type).orElseThrow(this::notJson);
    }

    private OpenStackException notJson() {
        return new OpenStackException(
                "What answers at " + endpoint + " is not the " + service + " service: it sent no JSON of that API",
                "Check the catalog's endpoint, and whether a proxy or a login page is in between.");
    }
}
