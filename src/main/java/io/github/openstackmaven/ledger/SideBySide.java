package io.github.openstackmaven.ledger;

import io.github.openstackmaven.OpenStackException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Does the same with several things at once; who waits for it can be interrupted. */
record SideBySide(Executor executor) {

    /**
     * The result for each, in order.
     *
     * @throws OpenStackException when the waiting thread is interrupted
     */
    <T, R> List<R> all(List<T> things, Function<T, R> work) {
        List<CompletableFuture<R>> results = start(things, work);
        try {
            CompletableFuture.allOf(results.toArray(new CompletableFuture<?>[0]))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OpenStackException("Interrupted while looking at the cloud", "", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
        return results.stream().map(CompletableFuture::join).toList();
    }

    /** Begins with each, and waits for all of them, but no longer than that. */
    <T, R> List<CompletableFuture<R>> within(Duration patience, List<T> things, Function<T, R> work)
            throws InterruptedException {
        List<CompletableFuture<R>> results = start(things, work);
        try {
            CompletableFuture.allOf(results.toArray(new CompletableFuture<?>[0]))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return results; // each tells for itself
        }
        return results;
    }

    private <T, R> List<CompletableFuture<R>> start(List<T> things, Function<T, R> work) {
        return things.stream()
                .map(thing -> CompletableFuture.supplyAsync(() -> work.apply(thing), executor))
                .toList();
    }
}
