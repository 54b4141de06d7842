package io.github.openstackmaven;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does things side by side.
 *
 * @param executor has a thread for every task: tasks wait for each other
 * @param onFailure is told at once of the failure of each, on whose thread it happened, and of an interrupt
 */
public record Concurrent(Executor executor, Consumer<RuntimeException> onFailure) {

    /** Does things whose failures are told by who asks for their results. */
    public Concurrent(Executor executor) {
        this(executor, failure -> {});
    }

    /** Begins with one. */
    public <T> CompletableFuture<T> start(Supplier<T> task) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return task.get();
                    } catch (RuntimeException e) {
                        onFailure.accept(e);
                        throw e;
                    }
                },
                executor);
    }

    /**
     * The result for each, in order.
     *
     * @throws InterruptedWaitException when the waiting thread is interrupted; what has begun goes on
     */
    public <T, R> List<R> all(List<T> things, Function<T, R> work) {
        List<CompletableFuture<R>> started =
                things.stream().map(thing -> start(() -> work.apply(thing))).toList();
        try {
            all(started).get();
        } catch (InterruptedException e) {
            throw InterruptedWaitException.of("looking at the cloud", "", e);
        } catch (ExecutionException e) {
            return results(started); // with the failure as it was thrown
        }
        return results(started);
    }

    /**
     * Waits until all have ended, interrupted or not: what they have made must be known.
     *
     * @param doing what is waited for, for the message of an interrupt
     * @param advice what becomes of it then
     * @throws InterruptedWaitException once all have ended
     * @throws OpenStackException why the first of them that failed did
     */
    public void await(List<? extends CompletableFuture<?>> started, String doing, String advice) {
        CompletableFuture<Void> all = all(started);
        try {
            all.get();
        } catch (InterruptedException e) {
            InterruptedWaitException interrupted = InterruptedWaitException.of(doing, advice, e);
            onFailure.accept(interrupted);
            all.exceptionally(failure -> null).join();
            throw interrupted;
        } catch (ExecutionException e) {
            results(started); // with the failure as it was thrown
        }
    }

    /**
     * Waits until all have ended, but no longer than that; each tells for itself what came of it.
     *
     * @throws InterruptedWaitException when the waiting thread is interrupted
     */
    public static void await(List<? extends CompletableFuture<?>> started, Duration patience) {
        try {
            all(started).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw InterruptedWaitException.of("looking at the cloud", "", e);
        } catch (TimeoutException | ExecutionException e) {
            return;
        }
    }

    /** What came of one, once it has ended, with its failure as it was thrown. */
    public static <T> T result(CompletableFuture<T> one) {
        try {
            return one.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private static <T> List<T> results(List<? extends CompletableFuture<? extends T>> started) {
        return started.stream().<T>map(Concurrent::result).toList();
    }

    private static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> started) {
        return CompletableFuture.allOf(started.toArray(new CompletableFuture<?>[0]));
    }
}
