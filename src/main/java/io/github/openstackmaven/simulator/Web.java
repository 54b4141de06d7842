package io.github.openstackmaven.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server: reads calls, makes them go wrong when asked to, records them, writes answers. */
final class Web implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(Web::daemon);
    private final Options options;
    private final Listener listener;
    private final Due due = new Due();
    private final Disturbance disturbance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Recorded> requests = new ArrayList<>();

    /** Binds the port and answers nothing yet; 0 is any free one. */
    Web(int port, Options options) {
        this.options = options;
        this.disturbance = new Disturbance(options.clock());
        this.listener = new Listener(port, options.clock(), threads);
    }

    int port() {
        return listener.port();
    }

    void serve(Cloud cloud, List<Service> services) {
        Conversation.Backstage backstage = new Conversation.Backstage(options, listener, due, cloud);
        listener.letIn(socket -> serve(socket, List.copyOf(services), backstage));
    }

    Disturbance disturbance() {
        return disturbance;
    }

    /** Lets happen what is due by the clock. */
    void settle() {
        due.settle(options.clock().instant());
        listener.settle();
    }

    synchronized List<Recorded> requests() {
        return List.copyOf(requests);
    }

    synchronized void clearRequests() {
        requests.clear();
    }

    @Override
    public void close() {
        listener.close();
        open.forEach(Web::close);
        threads.shutdownNow();
    }

    private void serve(Socket socket, List<Service> services, Conversation.Backstage backstage) {
        open.add(socket);
        try (socket) {
            socket.setTcpNoDelay(true);
            Incoming request =
                    Incoming.read(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
            due.settle(options.clock().instant());
            answer(socket, request, services, backstage);
        } catch (IOException e) {
            // The client has gone, and nobody else needs to know.
        } finally {
            open.remove(socket);
        }
    }

    private void answer(Socket socket, Incoming request, List<Service> services, Conversation.Backstage backstage)
            throws IOException {
        Optional<Service> service = services.stream()
                .filter(one -> (path(request) + "/").startsWith(one.prefix() + "/"))
                .findFirst();
        Optional<Fault> fault = disturbance.of(Disturbance.Asked.of(
                service.map(Service::prefix).orElse(""),
                request.method(),
                service.map(one -> request.target().substring(one.prefix().length()))
                        .orElse(request.target())));
        Conversation conversation = new Conversation(
                socket,
                request,
                () -> service.map(one -> one.answer(call(request, one)))
                        .orElseGet(() -> Answer.html(404, "<h1>Not Found</h1>")),
                backstage,
                status -> record(new Recorded(request.method(), request.target(), request.body(), status, fault)));
        if (fault.isPresent()) fault.get().strike(conversation);
        else conversation.send(conversation.heed());
    }

    private static Call call(Incoming request, Service service) {
        return new Call(
                request.method(),
                path(request).substring(service.prefix().length()),
                Query.of(URI.create(request.target())),
                request.headers(),
                request.body(),
                "req-" + UUID.randomUUID(),
                Map.of(),
                Optional.empty(),
                1);
    }

    private static String path(Incoming request) {
        return URI.create(request.target()).getPath();
    }

    private synchronized void record(Recorded request) {
        requests.add(request);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "openstack-simulator");
        thread.setDaemon(true);
        return thread;
    }
}
