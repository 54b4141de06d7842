package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.http.HttpStatusException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The time that a launch has, who is told how it goes, and whether it is still wanted. */
final class LaunchDeadline {
    private static final Duration REMINDER = Duration.ofSeconds(15);
    // What is not found so often, and for so long, is gone.
    private static final int LOOKS = 3;
    private static final Duration GONE = Duration.ofSeconds(5);

    private final LaunchContext context;
    private final Duration timeout;
    private final Instant began;
    private final AtomicBoolean abandoned = new AtomicBoolean();
    private final List<RuntimeException> failures = new ArrayList<>();

    LaunchDeadline(LaunchContext context, Duration timeout) {
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
     * @param failure why there never will be a result, if the next looks show the same; or why nothing could be seen
     */
    record Look<T>(String seen, Optional<T> result, Optional<OpenStackException> failure) {

        /** Not yet. */
        static <T> Look<T> pending(String seen) {
            return new Look<>(seen, Optional.empty(), Optional.empty());
        }

        /** It has come to its end. */
        static <T> Look<T> done(String seen, T result) {
            return new Look<>(seen, Optional.of(result), Optional.empty());
        }

        /** It is not there, or not there for once: a cloud may answer so from a stale cache. */
        static <T> Look<T> gone(OpenStackException failure) {
            return new Look<>("not found", Optional.empty(), Optional.of(failure));
        }

        private boolean isGone() {
            return failure.filter(one -> !one.mayPass()).isPresent();
        }

        private Duration leftAlone() {
            return failure.filter(HttpStatusException.class::isInstance)
                    .map(HttpStatusException.class::cast)
                    .flatMap(HttpStatusException::retryAfter)
                    .orElse(Duration.ZERO);
        }
    }

    /** When time is up. */
    Instant deadline() {
        return began.plus(timeout);
    }

    /** How long it is until then. */
    Duration left() {
        return Duration.between(context.time().now(), deadline());
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
     * Looks again and again until there is a result. What passes is ridden out, and told.
     *
     * @throws OpenStackException when time is up or it is no longer wanted, and what a look throws that does not pass
     */
    <T> T until(Wait wait, Supplier<Look<T>> look) {
        Instant start = context.time().now();
        tell(wait, "");
        Instant told = start;
        Instant there = start;
        int missed = 0;
        String last = "";
        String state = "nothing";
        while (true) {
            Look<T> seen = looked(look);
            if (seen.result().isPresent()) return seen.result().get();
            demandWanted(wait.name());
            Instant now = context.time().now();
            if (seen.failure().isEmpty()) state = seen.seen();
            missed = seen.isGone() ? missed + 1 : 0;
            if (missed == 0) there = now;
            if (missed >= LOOKS && !now.isBefore(there.plus(GONE)))
                throw seen.failure().get();
            if (!now.isBefore(deadline())) throw late(wait, state, seen.failure());
            if (!seen.seen().equals(last) || !now.isBefore(told.plus(REMINDER))) {
                tell(wait, seen.seen());
                told = now;
                last = seen.seen();
            }
            pause(wait(context.schedule().next(Duration.between(start, now)), seen.leftAlone()));
        }
    }

    private static <T> Look<T> looked(Supplier<Look<T>> look) {
        try {
            return look.get();
        } catch (OpenStackException e) {
            if (!e.mayPass()) throw e;
            return new Look<>(String.valueOf(e.getMessage()), Optional.empty(), Optional.of(e));
        }
    }

    // Who asks to be left alone is, as long as there is time for several looks more.
    private Duration wait(Duration usual, Duration asked) {
        Duration left = left();
        Duration most = left.dividedBy(LOOKS);
        Duration heeded = asked.compareTo(most) < 0 ? asked : most;
        Duration longer = heeded.compareTo(usual) > 0 ? heeded : usual;
        return longer.compareTo(left) < 0 ? longer : left;
    }

    /** Lets time pass. */
    void pause(Duration duration) {
        context.time().pause(duration, "waiting for the servers");
    }

    private void tell(Wait wait, String seen) {
        tell(new LaunchEvent.Waiting(wait.name(), wait.id(), wait.stage(), seen, elapsed()));
    }

    private OpenStackException late(Wait wait, String seen, Optional<OpenStackException> trouble) {
        String message =
                wait.subject() + " is not " + wait.goal() + " after " + timeout.toSeconds() + " s: last seen " + seen;
        String advice = "Raise <timeout> (-Dopenstack.timeout=20m) if the cloud is slow.";
        return trouble.map(e -> new OpenStackException(message + ", then: " + e.getMessage(), e.advice(), e))
                .orElseGet(() -> new OpenStackException(message, advice));
    }
}
