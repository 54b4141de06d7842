package io.github.openstackmaven.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** The HTTP server: reads calls, makes them go wrong when asked to, records them, writes answers. */
final class Web implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Web::daemon);
    private final List<Recorded> requests = new ArrayList<>();
    private final List<Trap> traps = new ArrayList<>();
    private List<Service> services = List.of();

    private record Trap(String method, Pattern path, Fault fault) {
        boolean catches(String asked, String uri) {
            return method.equals(asked) && path.matcher(uri).find();
        }
    }

    /** Binds the port and answers nothing yet; 0 is any free one. */
    Web(int port) {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    int port() {
        return server.getAddress().getPort();
    }

    void serve(List<Service> all) {
        services = List.copyOf(all);
        // The dispatcher thread is a daemon only when a daemon starts it.
        CompletableFuture.runAsync(server::start, threads).join();
    }

    synchronized List<Recorded> requests() {
        return List.copyOf(requests);
    }

    synchronized void clearRequests() {
        requests.clear();
    }

    synchronized void fail(String method, String pathRegex, Fault fault) {
        traps.add(new Trap(method, Pattern.compile(pathRegex), fault));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<Fault> fault = trap(exchange);
        if (fault.isPresent() && fault.get() instanceof Fault.Delay delay) pause(delay);
        if (fault.isPresent() && fault.get() instanceof Fault.DropBefore) {
            record(exchange, body, 0);
            exchange.close();
            return;
        }
        Answer answer = fault.isPresent() && fault.get() instanceof Fault.Status status
                ? answer(status)
                : answer(exchange, body);
        record(exchange, body, answer.status());
        if (fault.isEmpty() || !(fault.get() instanceof Fault.DropAfter)) send(exchange, answer);
        exchange.close();
    }

    private Answer answer(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        Call call = new Call(
                exchange.getRequestMethod(),
                path,
                Query.of(exchange.getRequestURI()),
                exchange.getRequestHeaders(),
                body,
                "req-" + UUID.randomUUID(),
                Map.of(),
                Optional.empty(),
                1);
        return services.stream()
                .filter(service -> (path + "/").startsWith(service.prefix() + "/"))
                .findFirst()
                .map(service -> service.answer(
                        call.below(path.substring(service.prefix().length()))))
                .orElseGet(() -> Answer.html(404, "<h1>Not Found</h1>"));
    }

    private static Answer answer(Fault.Status status) {
        return new Answer(
                status.code(),
                status.headers().entrySet().stream()
                        .map(entry -> new Answer.Header(entry.getKey(), entry.getValue()))
                        .toList(),
                status.body());
    }

    private synchronized Optional<Fault> trap(HttpExchange exchange) {
        Optional<Trap> sprung = traps.stream()
                .filter(trap -> trap.catches(
                        exchange.getRequestMethod(), exchange.getRequestURI().toString()))
                .findFirst();
        sprung.ifPresent(traps::remove);
        return sprung.map(Trap::fault);
    }

    private synchronized void record(HttpExchange exchange, String body, int status) {
        requests.add(new Recorded(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), body, status));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
        // Head and body leave in two packets; on a connection that stays open the second waits 40 ms for the first's
        // ACK.
        exchange.getResponseHeaders().set("Connection", "close");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean bodiless = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : bytes.length);
        if (!bodiless) exchange.getResponseBody().write(bytes);
    }

    private static void pause(Fault.Delay delay) {
        try {
            Thread.sleep(delay.duration().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "openstack-simulator");
        thread.setDaemon(true);
        return thread;
    }
}
