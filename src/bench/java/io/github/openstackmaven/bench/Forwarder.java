package io.github.openstackmaven.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Stands before a cloud's services on loopback, passes everything on and counts it. A token's catalog is rewritten to lead
 * here, so every client obeys; it speaks plain HTTP where the cloud may speak HTTPS.
 */
final class Forwarder implements AutoCloseable {
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/\"\\s\\\\?#]+");
    // What concerns one connection; and an answer that is compressed can't be rewritten.
    private static final Set<String> OF_A_CONNECTION = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "transfer-encoding",
            "upgrade");
    private static final int BAD_GATEWAY = 502;

    private final HttpClient client;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpServer> doors = new ConcurrentHashMap<>();
    private final List<Passed> passed = Collections.synchronizedList(new ArrayList<>());

    /** One request that was passed on, with the bytes of heads and bodies, both ways. */
    record Passed(String request, int status, long bytes) {}

    Forwarder(Optional<SSLContext> tls) {
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        tls.ifPresent(builder::sslContext);
        client = builder.build();
    }

    /** The same place by way of this. */
    URI through(URI place) {
        Matcher origin = ORIGIN.matcher(place.toString());
        return URI.create(origin.replaceFirst(found -> door(found.group())));
    }

    /** What was passed on so far. */
    List<Passed> passed() {
        synchronized (passed) {
            return List.copyOf(passed);
        }
    }

    @Override
    public void close() {
        doors.values().forEach(door -> door.stop(0));
        threads.shutdownNow();
    }

    private String door(String origin) {
        HttpServer door = doors.computeIfAbsent(origin, this::open);
        return "http://127.0.0.1:" + door.getAddress().getPort();
    }

    private HttpServer open(String origin) {
        try {
            HttpServer door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            door.setExecutor(threads);
            door.createContext("/", exchange -> pass(exchange, origin));
            door.start();
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pass(HttpExchange exchange, String origin) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> answer = client.send(request(exchange, origin, body), BodyHandlers.ofByteArray());
            passed.add(new Passed(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    answer.statusCode(),
                    size(exchange.getRequestHeaders(), body)
                            + size(answer.headers().map(), answer.body())));
            answer(exchange, answer);
        } catch (IOException e) {
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(HttpExchange exchange, String origin, byte[] body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(origin + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isPassedOn(name)) values.forEach(value -> builder.header(name, value));
        });
        return builder.build();
    }

    private void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        boolean login = exchange.getRequestURI().getPath().endsWith("/auth/tokens");
        byte[] body = latin(rewritten(new String(answer.body(), StandardCharsets.ISO_8859_1), login));
        answer.headers().map().forEach((name, values) -> {
            if (isPassedOn(name)) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, rewritten(value, login)));
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    // A catalog names all services; elsewhere only links to them are meant.
    private String rewritten(String text, boolean catalog) {
        return ORIGIN.matcher(text)
                .replaceAll(origin -> catalog || doors.containsKey(origin.group()) ? door(origin.group()) : "$0");
    }

    private static boolean isPassedOn(String header) {
        return !header.startsWith(":") && !OF_A_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }

    private static long size(Map<String, List<String>> headers, byte[] body) {
        long heads = headers.entrySet().stream()
                .flatMapToLong(header -> header.getValue().stream()
                        .mapToLong(value -> header.getKey().length() + value.length() + ": \r\n".length()))
                .sum();
        return heads + body.length;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
