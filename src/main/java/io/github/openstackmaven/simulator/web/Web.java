package io.github.openstackmaven.simulator.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server: lets clients in and reads what they ask. */
public final class Web implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(Web::daemon);
    private final Listener listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Binds the port and answers nothing yet; 0 is any free one. */
    public Web(int port, InstantSource clock) {
        this.listener = new Listener(port, clock, threads);
    }

    /** Who answers. */
    public interface Host {
        /** Answers a request on its connection, which is closed afterwards. */
        void answer(Socket client, Incoming request) throws IOException;
    }

    public int port() {
        return listener.port();
    }

    /** Lets clients in, which that host answers. */
    public void serve(Host host) {
        listener.letIn(client -> serve(client, host));
    }

    /** Nothing listens any more, until so much time has passed. */
    public void closeFor(Duration duration) {
        listener.closeFor(duration);
    }

    /** Opens again if it is time. */
    public void settle() {
        listener.settle();
    }

    @Override
    public void close() {
        listener.close();
        open.forEach(Web::close);
        threads.shutdownNow();
    }

    private void serve(Socket client, Host host) {
        open.add(client);
        try (client) {
            client.setTcpNoDelay(true);
            host.answer(
                    client, Incoming.read(new BufferedInputStream(client.getInputStream()), client.getOutputStream()));
        } catch (IOException e) {
            // The client has gone, and nobody else needs to know.
        } finally {
            open.remove(client);
        }
    }

    private static void close(Socket client) {
        try {
            client.close();
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
