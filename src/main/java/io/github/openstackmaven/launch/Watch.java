package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The time that a launch has, who is told how it goes, and whether it is still wanted. */
final class Watch {
    private static final Duration REMINDER = Duration.ofSeconds(15);

    private final LaunchContext context;
    private final Duration timeout;
    private final Instant began;
    private final AtomicBoolean abandoned = new AtomicBoolean();
    private final List<RuntimeException> failures = new ArrayList<>();

    Watch(LaunchContext context, Duration timeout) {
        this.context = context;
        this.timeout = timeout;
        this.began = context.time().now();
    }

    /**
     * What is waited for.
     *
     * @param name the server's
     * @param subject what it is, for messages
     * @param stage what is told as waited for
     * @param goal what it must become
     */
    record Wait(String name, String subject, String id, String stage, String goal) {}

    /**
     * What was seen.
     *
     * @param result empty while it is to be waited for
     */
    record Look<T>(String seen, Optional<T> result) {}

    /** When time is up. */
    Instant deadline() {
        return began.plus(timeout);
    }

    /** How long the launch has taken so far. */
    Duration elapsed() {
        return Duration.between(began, context.time().now());
    }

    void tell(LaunchEvent event) {
        context.listener().accept(event);
    }

    /** Nothing more is to be made or waited for. */
    void abandon() {
        abandoned.set(true);
    }

    boolean abandoned() {
        return abandoned.get();
    }

    /** The same, since this went wrong. */
    void abandon(RuntimeException failure) {
        synchronized (failures) {
            if (!(failure instanceof AbandonedException) && !failures.contains(failure)) failures.add(failure);
        }
        abandon();
    }

    /** What went wrong, in this order. */
    List<RuntimeException> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /**
     * Goes on only with what is still wanted.
     *
     * @throws AbandonedException when it is not
     */
    void demandWanted(String name) {
        if (abandoned()) throw new AbandonedException(name);
    }

    /**
     * Looks again and again until there is a result.
     *
     * @throws OpenStackException when time is up or it is no longer wanted, and what a look throws
     */
    <T> T until(Wait wait, Supplier<Look<T>> look) {
        Instant start = context.time().now();
        tell(wait, "");
        Instant told = start;
        String last = "";
        while (true) {
            Look<T> seen = look.get();
            if (seen.result().isPresent()) return seen.result().get();
            demandWanted(wait.name());
            Instant now = context.time().now();
            if (!now.isBefore(deadline())) throw late(wait, seen.seen());
            if (!seen.seen().equals(last) || !now.isBefore(told.plus(REMINDER))) {
                tell(wait, seen.seen());
                told = now;
                last = seen.seen();
            }
            pause(context.schedule().next(Duration.between(start, now)));
        }
    }

    /** Lets time pass. */
    void pause(Duration duration) {
        try {
            context.time().sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OpenStackException("Interrupted while waiting for the servers", "", e);
        }
    }

    private void tell(Wait wait, String seen) {
        tell(new LaunchEvent.Waiting(wait.name(), wait.id(), wait.stage(), seen, elapsed()));
    }

    private OpenStackException late(Wait wait, String seen) {
        return new OpenStackException(
                wait.subject() + " is not " + wait.goal() + " after " + timeout.toSeconds() + " s: last seen " + seen,
                "Raise <timeout> (-Dopenstack.timeout=20m) if the cloud is slow.");
    }
}
