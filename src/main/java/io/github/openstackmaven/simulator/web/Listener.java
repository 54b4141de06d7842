package io.github.openstackmaven.simulator.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The simulator's port on loopback. It may be closed for a while: who comes then is refused. */
final class Listener implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final Duration LOOK = Duration.ofMillis(10);

    private final InstantSource clock;
    private final ExecutorService threads;
    private final int port;
    private ServerSocket socket;
    private CompletableFuture<Void> accepting = CompletableFuture.completedFuture(null);
    private Consumer<Socket> visitors = visitor -> {};
    private Optional<Instant> closedUntil = Optional.empty();
    private boolean over;

    /**
     * Binds the port and lets nobody in yet.
     *
     * @param port 0 for any free one
     * @param clock by which it is closed and opened again
     */
    Listener(int port, InstantSource clock, ExecutorService threads) {
        this.clock = clock;
        this.threads = threads;
        this.socket = bound(port);
        this.port = socket.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Lets everybody in, each on a thread of their own. */
    synchronized void letIn(Consumer<Socket> each) {
        visitors = each;
        ServerSocket open = socket;
        accepting = CompletableFuture.runAsync(() -> accept(open), threads);
    }

    /** Nothing listens any more, until so much time has passed. */
    synchronized void closeFor(Duration duration) {
        closedUntil = Optional.of(clock.instant().plus(duration));
        shut();
        threads.execute(this::reopenInTime);
    }

    /** Opens again if it is time. */
    synchronized void settle() {
        if (over || closedUntil.filter(end -> !clock.instant().isBefore(end)).isEmpty()) return;
        closedUntil = Optional.empty();
        socket = bound(port);
        letIn(visitors);
    }

    @Override
    public synchronized void close() {
        over = true;
        shut();
    }

    private void reopenInTime() {
        while (isWaiting()) {
            LockSupport.parkNanos(LOOK.toNanos());
            settle();
        }
    }

    private synchronized boolean isWaiting() {
        return !over && closedUntil.isPresent() && !Thread.currentThread().isInterrupted();
    }

    private void accept(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                serve(open.accept());
            } catch (IOException e) {
                // It was closed, or this machine has no room for another visitor now.
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
    }

    private void serve(Socket visitor) throws IOException {
        try {
            threads.execute(() -> visitors.accept(visitor));
        } catch (RejectedExecutionException e) {
            visitor.close(); // the simulator is closed
        }
    }

    private void shut() {
        try {
            socket.close();
            accepting.join(); // until then the system may still let somebody in
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket bound(int port) {
        try {
            return new ServerSocket(port, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port, e);
        }
    }
}
