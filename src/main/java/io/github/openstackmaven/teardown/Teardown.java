package io.github.openstackmaven.teardown;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Deletes resources side by side and waits until all are gone; a delete that fails is tried again until time runs out, and one that gets
 * no answer keeps no other waiting. What is on a server waits for the server to go.
 */
public final class Teardown {
    private static final Duration ANSWER = Duration.ofMillis(250);

    private final DeletionStep step;
    private final PollSchedule schedule;
    private final Duration answer;
    private final Concurrent concurrent;
    private final TeardownListener listener;

    /** A teardown on a cloud, that tells its listener. */
    public Teardown(
            Resources resources, Time time, PollSchedule schedule, Executor executor, TeardownListener listener) {
        this(resources, time, schedule, ANSWER, executor, listener);
    }

    /**
     * The same.
     *
     * @param answer how long all wait for the slowest answer before they go on
     */
    Teardown(
            Resources resources,
            Time time,
            PollSchedule schedule,
            Duration answer,
            Executor executor,
            TeardownListener listener) {
        this.step = new DeletionStep(resources, time);
        this.schedule = schedule;
        this.answer = answer;
        this.concurrent = new Concurrent(executor);
        this.listener = listener;
    }

    /**
     * Deletes all of them, in the order of their types.
     *
     * @return what is still there when time has run out, or the thread was interrupted
     */
    public List<NotDeleted> delete(List<Resource> resources, Duration timeout) {
        List<Candidate> candidates = resources.stream().map(Candidate::seen).toList();
        return delete(() -> candidates, timeout);
    }

    /**
     * Deletes candidates in the same way.
     *
     * @param candidates is asked again and again: what comes to it is deleted too, what leaves it is no longer waited for
     * @return what is known to be still there when time has run out, or the thread was interrupted
     */
    public List<NotDeleted> delete(Supplier<List<Candidate>> candidates, Duration timeout) {
        return new TeardownRun(step, schedule, answer, concurrent, listener, candidates).until(timeout);
    }
}
