package io.github.openstackmaven.resource;

import io.github.openstackmaven.InterruptedWaitException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Runs the same for several things at once; who waits for it can be interrupted. */
public record SideBySide(Executor executor) {

    /**
     * The result for each, in order.
     *
     * @throws InterruptedWaitException when the waiting thread is interrupted
     */
    public <T, R> List<R> all(List<T> things, Function<T, R> work) {
        List<CompletableFuture<R>> results =
                things.stream().map(thing -> start(thing, work)).toList();
        try {
            CompletableFuture.allOf(results.toArray(new CompletableFuture<?>[0]))
                    .get();
        } catch (InterruptedException e) {
            throw InterruptedWaitException.of("looking at the cloud", "", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
        return results.stream().map(CompletableFuture::join).toList();
    }

    /** Begins with one. */
    public <T, R> CompletableFuture<R> start(T thing, Function<T, R> work) {
        return CompletableFuture.supplyAsync(() -> work.apply(thing), executor);
    }

    /** Waits until all have ended, but no longer than that; each tells for itself what came of it. */
    public static void await(List<? extends CompletableFuture<?>> started, Duration patience)
            throws InterruptedException {
        try {
            CompletableFuture.allOf(started.toArray(new CompletableFuture<?>[0]))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return;
        }
    }
}
