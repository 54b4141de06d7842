package io.github.openstackmaven;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Polling, the one way to wait for what happens elsewhere: looks, tells, pauses and looks again, until there is a result,
 * there never will be one, nobody wants it any more, or time is up. For one wait.
 */
public final class Poll {
    private static final Duration REMINDER = Duration.ofSeconds(15);
    // What is missing so often, and for so long, is gone. Nobody is left alone for so long that there is no time for as
    // many.
    private static final int LOOKS = 3;
    private static final Duration GONE = Duration.ofSeconds(5);

    private final Time time;
    private final PollSchedule schedule;
    private final Instant start;
    private final Instant deadline;
    private final String doing;
    private final Listener listener;
    private Instant told;
    private Instant there;
    private int missed;
    private String last = "";

    /**
     * A wait that begins now.
     *
     * @param deadline after which no more than a last look is taken
     * @param doing what is waited for, for the message of an interrupt: {@code waiting for the servers}
     */
    public Poll(Time time, PollSchedule schedule, Instant deadline, String doing, Listener listener) {
        this.time = time;
        this.schedule = schedule;
        this.start = time.now();
        this.deadline = deadline;
        this.doing = doing;
        this.listener = listener;
        this.told = start;
        this.there = start;
    }

    /**
     * What a look saw.
     *
     * @param words what is told
     * @param result empty while it is to be waited for
     * @param never why there will be no result, if the next looks show the same
     * @param atLeast how long it is to be left alone, as far as there is time for some more looks
     * @param atMost how long it may be left alone
     */
    public record Look<T>(
            String words,
            Optional<T> result,
            Optional<OpenStackException> never,
            Duration atLeast,
            Optional<Duration> atMost) {

        /** It has come to its end. */
        public static <T> Look<T> done(T result) {
            return new Look<>("", Optional.of(result), Optional.empty(), Duration.ZERO, Optional.empty());
        }

        /** Not yet. */
        public static <T> Look<T> notYet(String words) {
            return new Look<>(words, Optional.empty(), Optional.empty(), Duration.ZERO, Optional.empty());
        }

        /** It is not there, or not there for once: a cloud may answer so from a stale cache. */
        public static <T> Look<T> missing(OpenStackException failure) {
            return new Look<>("not found", Optional.empty(), Optional.of(failure), Duration.ZERO, Optional.empty());
        }

        /** The same, and not to be looked at for that long. */
        public Look<T> leftAlone(Duration duration) {
            return new Look<>(words, result, never, duration, atMost);
        }

        /** The same, and to be looked at again by then. */
        public Look<T> again(Duration duration) {
            return new Look<>(words, result, never, atLeast, Optional.of(duration));
        }
    }

    /** Is told how the wait goes, and asked whether it is to go on. */
    public interface Listener {
        /** Something else is seen than before. */
        default void changed(String words) {}

        /** The same is seen for another 15 s. */
        default void still(String words) {}

        /** Throws, as soon as the result is no longer wanted. */
        default void demandWanted() {}
    }

    /** A wait that tells nobody. */
    public static Listener silent() {
        return new Listener() {};
    }

    /**
     * Looks until there is a result; empty when time is up.
     *
     * @param look is told how long it may take, and throws what ends the wait at once
     * @throws OpenStackException why there never will be a result
     * @throws InterruptedWaitException when the thread is interrupted
     */
    public <T> Optional<T> until(Function<Duration, Look<T>> look) {
        while (true) {
            Instant looked = time.now();
            Look<T> seen = look.apply(Duration.between(looked, deadline));
            if (seen.result().isPresent()) return seen.result();
            listener.demandWanted();
            tell(seen.words());
            demandHope(seen);
            if (!time.now().isBefore(deadline)) return Optional.empty();
            time.pause(pause(seen).minus(Duration.between(looked, time.now())), doing);
        }
    }

    /** Tells that the same is still seen, when that is due; for looks that take long. */
    public void remind() {
        if (time.now().isBefore(told.plus(REMINDER))) return;
        told = time.now();
        listener.still(last);
    }

    private void tell(String words) {
        if (words.equals(last)) {
            remind();
            return;
        }
        last = words;
        told = time.now();
        listener.changed(words);
    }

    private void demandHope(Look<?> seen) {
        if (seen.never().isEmpty()) {
            missed = 0;
            there = time.now();
        } else if (++missed >= LOOKS && !time.now().isBefore(there.plus(GONE))) {
            throw seen.never().get();
        }
    }

    private Duration pause(Look<?> seen) {
        Duration left = Duration.between(time.now(), deadline);
        Duration usual = schedule.next(Duration.between(start, time.now()));
        Duration heeded = Durations.longer(usual, Durations.shorter(seen.atLeast(), left.dividedBy(LOOKS)));
        Duration wanted =
                seen.atMost().map(most -> Durations.shorter(most, heeded)).orElse(heeded);
        return Durations.shorter(wanted, left);
    }
}
