package io.github.openstackmaven.launch;

import io.github.openstackmaven.Durations;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.PollSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** State of a launch: the time that it has, who is told how it goes, whether it is still wanted, and what went wrong. */
final class LaunchState implements ServerSetup.Limit {
    private static final String WAITING = "waiting for the servers";

    private final LaunchContext context;
    private final Duration timeout;
    private final Instant began;
    private final AtomicBoolean abandoned = new AtomicBoolean();
    private final List<RuntimeException> failures = new ArrayList<>();

    LaunchState(LaunchContext context, Duration timeout) {
        this.context = context;
        this.timeout = timeout;
        this.began = context.time().now();
    }

    /** How long it may take. */
    Duration timeout() {
        return timeout;
    }

    /** When time is up. */
    Instant deadline() {
        return began.plus(timeout);
    }

    /** When it began, and when time is up. */
    LaunchTime time() {
        return new LaunchTime(began, deadline());
    }

    @Override
    public Duration left() {
        return Duration.between(context.time().now(), deadline());
    }

    /** How long the launch has taken so far. */
    Duration elapsed() {
        return Duration.between(began, context.time().now());
    }

    /** A wait that lasts no longer than the launch. */
    Poll poll(Poll.Listener listener) {
        return new Poll(context.time(), context.schedule(), deadline(), WAITING, listener);
    }

    /** The same, with pauses of that length, and no longer than that. */
    Poll poll(Duration apart, Duration patience) {
        return new Poll(
                context.time(),
                PollSchedule.every(apart),
                Durations.earlier(context.time().now().plus(patience), deadline()),
                WAITING,
                Poll.silent());
    }

    void tell(LaunchEvent event) {
        context.listener().accept(event);
    }

    /** Nothing more is to be made or waited for. */
    @Override
    public boolean abandoned() {
        return abandoned.get();
    }

    /** Nothing more is to be made or waited for, since this went wrong. */
    void abandon(RuntimeException failure) {
        synchronized (failures) {
            if (!(failure instanceof AbandonedException) && !failures.contains(failure)) failures.add(failure);
        }
        abandoned.set(true);
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
}
