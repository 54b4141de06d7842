package io.github.openstackmaven.ready;

import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Waits until one check of one server holds: looks, tells, and looks again. */
final class CheckWait {
    private static final Duration REMINDER = Duration.ofSeconds(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1); // a shorter look would see nothing

    private final Instance instance;
    private final ReadinessCheck check;
    private final Time time;
    private final Consumer<ReadyEvent> listener;
    private final BooleanSupplier abandoned;
    private final Instant start;
    private final Instant end;
    private Instant told;
    private String seen;

    /** @param deadline of the whole wait */
    CheckWait(
            Instance instance,
            ReadinessCheck check,
            Time time,
            Consumer<ReadyEvent> listener,
            BooleanSupplier abandoned,
            Instant deadline) {
        this.instance = instance;
        this.check = check;
        this.time = time;
        this.listener = listener;
        this.abandoned = abandoned;
        this.start = time.now();
        this.end = check.timeout()
                .map(start::plus)
                .filter(own -> own.isBefore(deadline))
                .orElse(deadline);
        this.told = start;
        this.seen = check.subject();
    }

    /**
     * Looks until it holds.
     *
     * @throws NotReadyException when it does not in time, or never will
     * @throws WaitAbandonedException when nobody waits any more
     */
    void up(PollSchedule schedule) {
        tell(ReadyEvent.Phase.BEGIN);
        while (true) {
            Instant looked = time.now();
            Duration left = Duration.between(looked, end);
            ProbeResult now = check.look().now(left.compareTo(SHORTEST) < 0 ? SHORTEST : left, this::ended);
            if (abandoned.getAsBoolean()) throw new WaitAbandonedException(instance);
            if (Thread.currentThread().isInterrupted()) throw interrupted(new InterruptedException());
            notice(now);
            if (now.state() == ProbeResult.State.HOLDS) return;
            if (now.state() == ProbeResult.State.NEVER) throw failed(now, seen);
            if (!time.now().isBefore(end))
                throw failed(now, seen + " for " + elapsed().toSeconds() + " s");
            pause(schedule.next(elapsed()).minus(Duration.between(looked, time.now())));
        }
    }

    private void notice(ProbeResult now) {
        String words = check.subject() + " " + now.words();
        boolean changed = !words.equals(seen);
        seen = words;
        if (now.state() == ProbeResult.State.HOLDS) {
            tell(ReadyEvent.Phase.END);
        } else if (changed) {
            tell(ReadyEvent.Phase.CHANGE);
        } else {
            remind();
        }
    }

    private boolean ended() {
        remind();
        return abandoned.getAsBoolean();
    }

    private void remind() {
        if (!time.now().isBefore(told.plus(REMINDER))) tell(ReadyEvent.Phase.STILL);
    }

    private void tell(ReadyEvent.Phase phase) {
        told = time.now();
        listener.accept(new ReadyEvent(instance.name(), instance.id(), check.name(), phase, seen, elapsed()));
    }

    // A look that took its time needs no pause after it.
    private void pause(Duration duration) {
        Duration left = Duration.between(time.now(), end);
        time.pause(duration.compareTo(left) < 0 ? duration : left, waiting());
    }

    private Duration elapsed() {
        return Duration.between(start, time.now());
    }

    private NotReadyException failed(ProbeResult now, String words) {
        return new NotReadyException(instance, check.name(), words, now.advice());
    }

    private InterruptedWaitException interrupted(InterruptedException cause) {
        return InterruptedWaitException.of(waiting(), "", cause);
    }

    private String waiting() {
        return "waiting for server '" + instance.name() + "'";
    }
}
