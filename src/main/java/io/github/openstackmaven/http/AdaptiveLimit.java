package io.github.openstackmaven.http;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Limit of how many requests that change something are under way at a service at a time. It is halved when the service says
 * that this is too much, once for all that were under way then; and grows by one with as many answers as there may be requests.
 * Safe for threads.
 */
public final class AdaptiveLimit {
    private static final double FIRST = 32;
    private static final double LEAST = 1;
    private static final double MOST = 128;
    // How often whoever waits looks whether he is still wanted.
    private static final Duration LOOK = Duration.ofMillis(250);

    private double places = FIRST;
    private int taken;
    private long lowered;

    /**
     * Waits for a place.
     *
     * @return what {@link #leave} wants to know; empty when the patience is over before there is one
     */
    synchronized OptionalLong enter(Patience patience) throws InterruptedException {
        while (taken >= (int) places) {
            if (patience.isOver()) return OptionalLong.empty();
            wait(LOOK.toMillis());
        }
        taken++;
        return OptionalLong.of(lowered);
    }

    /**
     * Gives the place back.
     *
     * @param entered what {@link #enter} has returned
     * @param tooMuch whether the service says so
     */
    synchronized void leave(long entered, boolean tooMuch) {
        taken--;
        if (!tooMuch) {
            places = Math.min(MOST, places + 1 / places);
        } else if (entered == lowered) {
            places = Math.max(LEAST, places / 2);
            lowered++;
        }
        notifyAll();
    }

    /** How many there may be. */
    synchronized int places() {
        return (int) places;
    }
}
