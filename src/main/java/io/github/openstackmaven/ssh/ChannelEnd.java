package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.sshd.client.channel.ClientChannel;

/** The end of a channel; MINA's own wait for it does not hear interrupts. */
final class ChannelEnd {
    private static final Duration SLICE = Duration.ofMillis(250);

    private final CountDownLatch closed = new CountDownLatch(1);

    ChannelEnd(ClientChannel channel) {
        channel.addCloseFutureListener(future -> closed.countDown());
    }

    /** Whether the end came in time. */
    boolean await(Duration timeout, BooleanSupplier abandoned) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                long left = deadline - System.nanoTime();
                if (closed.await(Math.max(0, Math.min(left, SLICE.toNanos())), TimeUnit.NANOSECONDS)) return true;
                if (left <= 0) return false;
                if (abandoned.getAsBoolean()) throw new InterruptedIOException("abandoned");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        }
    }
}
