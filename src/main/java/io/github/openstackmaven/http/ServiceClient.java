package io.github.openstackmaven.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackmaven.config.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Talks to one service at one endpoint: adds the token, renews it once on a 401, turns errors into exceptions. */
public final class ServiceClient {
    private static final Pattern VERSION = Pattern.compile("(/v\\d+(\\.\\d+)?)(/.*)?$");
    private static final Pattern MARKER = Pattern.compile("[?&]marker=([^&#]+)");

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
        return get(path + query, new Reading<>(type));
    }

    /** GET of the API's version document, which lies where the endpoint's version ends, whatever comes after that. */
    public <T> T version(Class<T> type) {
        URI root = URI.create(VERSION.matcher(endpoint.toString()).replaceFirst("$1"));
        return new ServiceClient(service, root, transport, tokens, headers, patience).get("/", Map.of(), type);
    }

    /**
     * GET of a list, page by page to the last.
     *
     * @throws UnreadableAnswerException also when a page names no next one that can be asked for, or one that was read
     */
    public <T> List<T> all(String path, Query query, Class<? extends Page<T>> type) {
        List<T> all = new ArrayList<>();
        pages(path, query, type).forEachRemaining(all::addAll);
        return List.copyOf(all);
    }

    /** The same, each page asked for only when it is wanted: what is looked for may be on the first of many. */
    public <T> Iterator<List<T>> pages(String path, Query query, Class<? extends Page<T>> type) {
        return new Pages<>(path, query, type);
    }

    // Only the marker of the link is used: behind a TLS proxy its scheme and host are often wrong.
    private static Optional<String> marker(String next) {
        try {
            Matcher marker = MARKER.matcher(next);
            return marker.find()
                    ? Optional.of(URLDecoder.decode(marker.group(1), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) { // a stray %
            return Optional.empty();
        }
    }

    /**
     * GET of one resource; empty on a 404.
     *
     * @throws UnreadableAnswerException when the answer is no such resource: that is none either
     */
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
        Reading<T> reading = new Reading<>(type);
        return reading.of(call("POST", path, Optional.of(Json.write(body)), reading))
                .orElseThrow(() -> unreadable("POST", path, reading));
    }

    /** POST of a create, the answer read as a record. */
    public <T> T post(Post post, Class<T> type) {
        return post(post.path(), post.body(), type);
    }

    /** POST of a record whose answer says nothing new. */
    public void post(String path, Object body) {
        done("POST", path, Optional.of(Json.write(body)));
    }

    /**
     * POST of a record, of whose answer not the body alone tells what is asked for.
     *
     * @param reading what the answer says; empty when it is none
     * @throws UnreadableAnswerException when it is none
     */
    public <T> T post(String path, Object body, Function<Response, Optional<T>> reading) {
        Response response = call("POST", path, Optional.of(Json.write(body)), ServiceClient::isNoPage);
        return reading.apply(response)
                .orElseThrow(() -> unreadable("POST", path, response, "it doesn't tell what was made"));
    }

    /** PATCH of a record whose answer says nothing new. */
    public void patch(String path, Object body) {
        done("PATCH", path, Optional.of(Json.write(body)));
    }

    /** PUT of a record whose answer says nothing new. */
    public void put(String path, Object body) {
        done("PUT", path, Optional.of(Json.write(body)));
    }

    /** DELETE; false when the service says that there is no such thing. */
    public boolean delete(String path) {
        try {
            done("DELETE", path, Optional.empty());
            return true;
        } catch (HttpStatusException e) {
            if (!e.isNotFound()) throw e;
            return false;
        }
    }

    // A page of a proxy says nothing of whether it was done.
    private void done(String method, String path, Optional<String> body) {
        Response response = call(method, path, body, ServiceClient::isNoPage);
        if (!isNoPage(response)) throw unreadable(method, path, response, "it is no JSON");
    }

    private static boolean isNoPage(Response response) {
        return response.body().isBlank() || Json.parse(response.body()).isPresent();
    }

    private <T> T get(String url, Reading<T> reading) {
        return reading.of(call("GET", url, Optional.empty(), reading))
                .orElseThrow(() -> unreadable("GET", url, reading));
    }

    private Response call(String method, String path, Optional<String> body, Predicate<Response> readable) {
        Optional<Secret> token = tokens.token();
        Request request = request(method, path, body, token).wanting(readable);
        Response response = transport.send(request);
        if (response.status() == 401 && token.isPresent()) {
            request = request(method, path, body, tokens.renew(token)).wanting(readable);
            response = transport.send(request);
        }
        if (!response.successful()) throw new HttpStatusException(service, request, response);
        return response;
    }

    private Request request(String method, String path, Optional<String> body, Optional<Secret> token) {
        Map<String, String> all = new HashMap<>(headers);
        token.ifPresent(one -> all.put("X-Auth-Token", one.reveal()));
        return new Request(method, URI.create(endpoint + path), all, body).with(patience);
    }

    private UnreadableAnswerException unreadable(String method, String path, Reading<?> reading) {
        return unreadable(method, path, reading.response.orElseThrow(), reading.problem);
    }

    private UnreadableAnswerException unreadable(String method, String path, Response response, String problem) {
        Request request = request(method, path, Optional.empty(), Optional.empty());
        return new UnreadableAnswerException(service, request, response, problem);
    }

    private final class Pages<T> implements Iterator<List<T>> {
        private final String path;
        private final Query query;
        private final Class<? extends Page<T>> type;
        private final Set<String> read = new HashSet<>();
        private Optional<Query> at;

        Pages(String path, Query query, Class<? extends Page<T>> type) {
            this.path = path;
            this.query = query;
            this.type = type;
            this.at = Optional.of(query);
        }

        @Override
        public boolean hasNext() {
            return at.isPresent();
        }

        @Override
        public List<T> next() {
            String url = path + at.orElseThrow(NoSuchElementException::new);
            Reading<? extends Page<T>> reading = new Reading<>(type);
            Page<T> page = get(url, reading);
            Optional<String> next = page.items().isEmpty() ? Optional.empty() : page.next();
            at = next.map(link -> query.and(
                    "marker",
                    marker(link)
                            .filter(read::add)
                            .orElseThrow(() -> unreadable(
                                    "GET",
                                    url,
                                    reading.response.orElseThrow(),
                                    "its link to the next page leads nowhere"))));
            return page.items();
        }
    }

    /** What the last answer holds, read once whoever asks for it. */
    private static final class Reading<T> implements Predicate<Response> {
        private final Class<T> type;
        private Optional<Response> response = Optional.empty();
        private Optional<T> value = Optional.empty();
        private String problem = "it is null";

        Reading(Class<T> type) {
            this.type = type;
        }

        @Override
        public boolean test(Response answer) {
            return of(answer).isPresent();
        }

        /** The record in an answer; empty when it is none: see {@link #problem}. */
        Optional<T> of(Response answer) {
            if (response.filter(answer::equals).isEmpty()) read(answer);
            return value;
        }

        private void read(Response answer) {
            response = Optional.of(answer);
            try {
                value = Json.demanded(answer.body(), type);
                problem = "it is null";
            } catch (JsonProcessingException e) {
                value = Optional.empty();
                problem = UnreadableAnswerException.problem(e);
            }
        }
    }
}
