package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Look-up that is sent when it is asked for, at once, and once however often it is. */
final class LookUp<T> {
    private final Executor executor;
    private final Supplier<T> lookUp;
    private Optional<CompletableFuture<T>> asked = Optional.empty();

    LookUp(Executor executor, Supplier<T> lookUp) {
        this.executor = executor;
        this.lookUp = lookUp;
    }

    /**
     * A look-up that only helps, to tell beforehand what a create would be refused for.
     *
     * @param otherwise what is known where the cloud does not answer it
     */
    static <T> LookUp<T> helpful(Executor executor, Supplier<T> lookUp, T otherwise) {
        return new LookUp<>(executor, () -> {
            try {
                return lookUp.get();
            } catch (OpenStackException e) {
                return otherwise;
            }
        });
    }

    void ask() {
        if (asked.isEmpty()) asked = Optional.of(CompletableFuture.supplyAsync(lookUp, executor));
    }

    /** What came of it, or its error as it was thrown; empty when it was not asked for. */
    Optional<T> answer() {
        try {
            return asked.map(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
