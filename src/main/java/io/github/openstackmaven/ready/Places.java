package io.github.openstackmaven.ready;

import io.github.openstackmaven.Durations;
import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** So many looks at servers at a time; who finds no place waits, and has the next one that is free in turn. */
final class Places {
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration SHORTEST = Duration.ofSeconds(1); // a shorter look would see nothing

    private final Time time;
    private final Deque<CountDownLatch> waiting = new ArrayDeque<>();
    private int free;

    /** That many, none of them taken. */
    Places(int most, Time time) {
        this.free = most;
        this.time = time;
    }

    /** Whether another look has to wait. */
    synchronized boolean full() {
        return free == 0;
    }

    /**
     * Looks as soon as there is a place; empty when there was none until it was of no use any more.
     *
     * @param left how long the wait for a place and the look may take
     * @param ended asked a few times a second during the wait; when true nobody wants the look any more
     * @param look is told how much of the time is left
     * @throws InterruptedWaitException when the thread is interrupted during the wait
     */
    <T> Optional<T> during(Duration left, BooleanSupplier ended, Function<Duration, T> look) {
        Instant end = time.now().plus(left);
        if (!taken(() -> ended.getAsBoolean() || !time.now().isBefore(end))) return Optional.empty();
        try {
            return Optional.of(look.apply(Durations.longer(Duration.between(time.now(), end), SHORTEST)));
        } finally {
            giveBack();
        }
    }

    /** Takes a place if there is one, for as long as it is not given back. */
    synchronized boolean taken() {
        boolean taken = free > 0;
        if (taken) free--;
        return taken;
    }

    private boolean taken(BooleanSupplier unwanted) {
        CountDownLatch turn = turn();
        boolean taken = false;
        try {
            do taken = turn.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            while (!taken && !unwanted.getAsBoolean());
            return taken;
        } catch (InterruptedException e) {
            throw InterruptedWaitException.of("waiting for the turn to look at a server", "", e);
        } finally {
            if (!taken) leave(turn);
        }
    }

    private synchronized CountDownLatch turn() {
        CountDownLatch turn = new CountDownLatch(free > 0 ? 0 : 1);
        if (free > 0) free--;
        else waiting.add(turn);
        return turn;
    }

    /** Gives a place back, which is the next one's who waits. */
    synchronized void giveBack() {
        Optional.ofNullable(waiting.poll()).ifPresentOrElse(CountDownLatch::countDown, () -> free++);
    }

    // Its turn may have come at the last moment.
    private synchronized void leave(CountDownLatch turn) {
        if (!waiting.remove(turn)) giveBack();
    }
}
