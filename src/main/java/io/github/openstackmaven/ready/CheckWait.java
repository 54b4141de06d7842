package io.github.openstackmaven.ready;

import io.github.openstackmaven.Durations;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Waits until one check of one server holds: looks, tells, and looks again. */
final class CheckWait implements Poll.Listener {
    private static final Duration SHORTEST = Duration.ofSeconds(1); // a shorter look would see nothing
    private static final Duration WHOLE = Duration.ofSeconds(3); // a shorter one tells less than the one before
    private static final Duration HOPELESS = Duration.ofMinutes(1);

    private final Instance instance;
    private final ReadinessCheck check;
    private final Time time;
    private final Consumer<ReadyEvent> listener;
    private final BooleanSupplier abandoned;
    private final Instant start;
    private final Poll poll;
    private String seen;
    private String advice = "Raise the <timeout>: there was no time to look.";
    private boolean looked;
    private Instant since;
    private Optional<Instant> unlikely = Optional.empty();

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
        this.since = start;
    }

    /**
     * Looks until it holds.
     *
     * @throws NotReadyException when it does not in time, or never will
     * @throws WaitAbandonedException when nobody waits any more
     */
    void await() {
        tell(ReadyEvent.Phase.BEGIN);
        if (poll.until(this::look).isEmpty()) throw failed(seenFor(since));
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
        if (looked && tellsNothing(now, left)) return Poll.Look.notYet(seen);
        looked = true;
        see(now);
        return switch (now.state()) {
            case HOLDS -> Poll.Look.done(seen);
            case NOT_YET, UNSEEN -> notYet(now);
            case UNLIKELY -> unlessHopeless(now);
            case NEVER -> throw failed(seen);
        };
    }

    // A look that was cut short by the end of the wait has mostly seen that there was no time.
    private static boolean tellsNothing(ProbeResult now, Duration left) {
        boolean cut = now.state() == ProbeResult.State.NOT_YET && left.compareTo(WHOLE) < 0;
        return now.state() == ProbeResult.State.UNSEEN || cut;
    }

    private void see(ProbeResult now) {
        String words = check.subject() + " " + now.words();
        if (!words.equals(seen)) since = seen.equals(check.subject()) ? start : time.now();
        seen = words;
        advice = now.advice();
        unlikely = now.state() == ProbeResult.State.UNLIKELY
                ? unlikely.or(() -> Optional.of(time.now()))
                : Optional.empty();
    }

    private Poll.Look<String> notYet(ProbeResult now) {
        Poll.Look<String> look = Poll.Look.notYet(seen);
        return now.again().map(look::again).orElse(look);
    }

    // Who gave the check a timeout of its own has said how long it is worth waiting.
    private Poll.Look<String> unlessHopeless(ProbeResult now) {
        Instant first = unlikely.orElseThrow();
        boolean hopeless = check.timeout().isEmpty() && !time.now().isBefore(first.plus(HOPELESS));
        if (hopeless) throw failed(seenFor(first));
        return notYet(now);
    }

    private String seenFor(Instant from) {
        Duration lasted = Duration.between(from, time.now());
        String before = from.equals(start) ? "" : ", after " + elapsed().toSeconds() + " s in all";
        return seen + " for " + lasted.toSeconds() + " s" + before;
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
