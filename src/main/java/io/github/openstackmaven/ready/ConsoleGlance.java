package io.github.openstackmaven.ready;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Looks at a console log during a login, whose time is short: where it is late, as it was read last; at first it shows
 * nothing.
 */
final class ConsoleGlance implements Supplier<String> {
    private final Supplier<String> console;
    private final Duration patience;
    private CompletableFuture<String> reading = CompletableFuture.completedFuture("");
    private volatile String last = "";
    private volatile boolean late;

    /** @param patience how long a login waits for it */
    ConsoleGlance(Supplier<String> console, Duration patience) {
        this.console = console;
        this.patience = patience;
    }

    /** The log, however long it takes. */
    String read() {
        last = console.get();
        return last;
    }

    /** Whether it was late at the last login. */
    boolean wasLate() {
        return late;
    }

    @Override
    public synchronized String get() {
        // a slow cloud is not asked again before it has answered
        if (reading.isDone()) reading = CompletableFuture.supplyAsync(this::read, ConsoleGlance::start);
        late = true;
        try {
            String now = reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            late = false;
            return now;
        } catch (TimeoutException e) {
            return last;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return last;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "openstack-console");
        thread.setDaemon(true);
        thread.start();
    }
}
