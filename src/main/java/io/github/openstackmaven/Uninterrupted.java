package io.github.openstackmaven;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;

/**
 * Work on files that an interrupt does not keep from being done: files are closed under a thread that is interrupted, and
 * what was made is to be written down all the same.
 */
public final class Uninterrupted {
    private Uninterrupted() {}

    /**
     * Work on a file, which may be begun again.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface FileWork<T> {
        /** Does it. */
        T done() throws IOException;
    }

    /** Does it, interrupted or not; a thread that was is interrupted afterwards. */
    public static <T> T of(FileWork<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.done();
                } catch (ClosedByInterruptException | FileLockInterruptionException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
