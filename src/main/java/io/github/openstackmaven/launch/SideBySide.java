package io.github.openstackmaven.launch;

import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Makes several things at once. When one can't be made the launch is abandoned, but all are waited for: what was made must
 * be known before it is given back.
 */
record SideBySide(Executor executor, LaunchDeadline watch) {

    /** Begins with one. */
    <T> CompletableFuture<T> start(Supplier<T> task) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return task.get();
                    } catch (RuntimeException e) {
                        watch.abandon(e);
                        throw e;
                    }
                },
                executor);
    }

    /** What came of them, in their order, once all have ended; an interrupt abandons the launch. */
    <T> List<T> all(List<CompletableFuture<T>> started) {
        await(started);
        return started.stream().map(SideBySide::result).toList();
    }

    /**
     * Waits until all have ended; an interrupt abandons the launch.
     *
     * @throws OpenStackException why the first of them that failed did
     */
    void await(List<? extends CompletableFuture<?>> started) {
        boolean interrupted = false;
        for (CompletableFuture<?> one : started) interrupted |= endedInterrupted(one);
        if (interrupted) {
            throw InterruptedWaitException.of(
                    "waiting for the servers", "They are deleted again.", new InterruptedException());
        }
        started.forEach(SideBySide::result);
    }

    /** What came of one, with its failure as it was thrown. */
    static <T> T result(CompletableFuture<T> one) {
        try {
            return one.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private boolean endedInterrupted(CompletableFuture<?> one) {
        boolean interrupted = false;
        while (true) {
            try {
                one.get();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
                watch.abandon();
            } catch (ExecutionException e) {
                return interrupted; // told by who asks for its result
            }
        }
    }
}
