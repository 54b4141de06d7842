package io.github.openstackmaven.ready;

import io.github.openstackmaven.Durations;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Waits until one check of one server holds: looks, tells, and looks again. */
final class CheckWait implements Poll.Listener {
    private static final Duration SHORTEST = Duration.ofSeconds(1); // a shorter look would see nothing

    private final Instance instance;
    private final ReadinessCheck check;
    private final Time time;
    private final Consumer<ReadyEvent> listener;
    private final BooleanSupplier abandoned;
    private final Instant start;
    private final Poll poll;
    private String seen;
    private String advice = "";
    private boolean looked;

    /** @param deadline of the whole wait */
    CheckWait(
            Instance instance,
            ReadinessCheck check,
            Time time,
            PollSchedule schedule,
            Consumer<ReadyEvent> listener,
            BooleanSupplier abandoned,
            Instant deadline) {
        this.instance = instance;
        this.check = check;
        this.time = time;
        this.listener = listener;
        this.abandoned = abandoned;
        this.start = time.now();
        Instant end = check.timeout()
                .map(start::plus)
                .filter(own -> own.isBefore(deadline))
                .orElse(deadline);
        this.poll = new Poll(time, schedule, end, "waiting for server '" + instance.name() + "'", this);
        this.seen = check.subject();
    }

    /**
     * Looks until it holds.
     *
     * @throws NotReadyException when it does not in time, or never will
     * @throws WaitAbandonedException when nobody waits any more
     */
    void await() {
        tell(ReadyEvent.Phase.BEGIN);
        if (poll.until(this::look).isEmpty())
            throw failed(seen + " for " + elapsed().toSeconds() + " s");
        tell(ReadyEvent.Phase.END);
    }

    @Override
    public void changed(String words) {
        tell(ReadyEvent.Phase.CHANGE);
    }

    @Override
    public void still(String words) {
        tell(ReadyEvent.Phase.STILL);
    }

    @Override
    public void demandWanted() {
        if (abandoned.getAsBoolean()) throw new WaitAbandonedException(instance);
    }

    private Poll.Look<String> look(Duration left) {
        ProbeResult now = check.look().now(Durations.longer(left, SHORTEST), this::ended);
        if (now.state() == ProbeResult.State.UNSEEN && looked) return Poll.Look.notYet(seen);
        looked = true;
        seen = check.subject() + " " + now.words();
        advice = now.advice();
        return switch (now.state()) {
            case HOLDS -> Poll.Look.done(seen);
            case NOT_YET, UNSEEN -> Poll.Look.notYet(seen);
            case NEVER -> throw failed(seen);
        };
    }

    private boolean ended() {
        poll.remind();
        return abandoned.getAsBoolean();
    }

    private void tell(ReadyEvent.Phase phase) {
        listener.accept(new ReadyEvent(instance.name(), instance.id(), check.name(), phase, seen, elapsed()));
    }

    private Duration elapsed() {
        return Duration.between(start, time.now());
    }

    private NotReadyException failed(String words) {
        return new NotReadyException(instance, check.name(), words, advice);
    }
}
