package io.github.openstackmaven.launch;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.teardown.LastLook;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a launch has around it.
 *
 * @param listener is told of each step, by several threads
 * @param executor has a thread for every task: tasks wait for each other
 * @param lastLook at servers that go since their launch failed
 * @param buildEnds whether the end of the build has begun, which deletes what the launch has on record
 */
public record LaunchContext(
        Time time,
        PollSchedule schedule,
        Consumer<LaunchEvent> listener,
        Executor executor,
        LastLook lastLook,
        BooleanSupplier buildEnds) {

    /** The same, of which nothing is left to look at. */
    public LaunchContext(
            Time time,
            PollSchedule schedule,
            Consumer<LaunchEvent> listener,
            Executor executor,
            BooleanSupplier buildEnds) {
        this(time, schedule, listener, executor, LastLook.none(), buildEnds);
    }
}
