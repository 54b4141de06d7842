package io.github.openstackmaven.http;

import io.github.openstackmaven.Durations;
import io.github.openstackmaven.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How long whoever sends a request waits for it. With a deadline every try and every pause is cut so that there is always
 * time for another try before it.
 *
 * @param left the time until the deadline, negative once it is over
 * @param answer how long one try may take at the most
 * @param repeats whether what may fare better is sent again; else whoever sent it asks again himself
 * @param wanted whether anybody still waits
 */
public record Patience(Supplier<Duration> left, Duration answer, boolean repeats, BooleanSupplier wanted) {
    private static final Duration UNLIMITED = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1); // a shorter try would see nothing
    private static final int TRIES = 4;
    private static final int CREATES = 2; // what is made late is looked for in the other half

    /** No deadline: as long as the connection's limits and the retry policy allow. */
    public static Patience standard() {
        return new Patience(() -> UNLIMITED, UNLIMITED, true, () -> true);
    }

    /** Until then. */
    public static Patience until(Instant deadline, Time time) {
        return new Patience(() -> Duration.between(time.now(), deadline), UNLIMITED, true, () -> true);
    }

    /** The same, each request sent once: for who looks again in any case. */
    public Patience once() {
        return new Patience(left, answer, false, wanted);
    }

    /** The same as long as it is wanted: then nothing more is sent, and what was is waited for as ever. */
    public Patience whileWanted(BooleanSupplier other) {
        return new Patience(left, answer, repeats, other);
    }

    /** The same with tries that take no longer than that. */
    Patience answering(Duration longest) {
        return new Patience(left, Durations.shorter(answer, longest), repeats, wanted);
    }

    /** How long one try may take. */
    Duration answer(Request request) {
        Duration part = left.get().dividedBy(request.repeatable() ? TRIES : CREATES);
        return Durations.shorter(answer, Durations.longer(part, SHORTEST));
    }

    /** A pause before another try. */
    Duration pause(Duration wanted) {
        Duration part = left.get().dividedBy(TRIES);
        return part.isNegative() ? Duration.ZERO : Durations.shorter(wanted, part);
    }

    /** Whether the deadline is over, or nobody waits any more. */
    boolean isOver() {
        if (!wanted.getAsBoolean()) return true;
        Duration now = left.get();
        return now.isNegative() || now.isZero();
    }
}
