package io.github.openstackmaven.output;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.plan.PlannedServer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Tells people how a launch gets on. */
public interface Progress extends Consumer<LaunchEvent>, AutoCloseable {

    /** What is about to be created. */
    void planned(PlannedServer plan);

    /** Prints what is no progress, a warning say, without getting in the way of it. */
    void above(Runnable print);

    /** Nothing more comes; what was shown stays. */
    @Override
    void close();

    /**
     * One line a server that is updated in place where the terminal can do it, else one line a change.
     *
     * @param log takes a line
     * @param screen takes text as it is, at once
     * @param over whether the end of the build has begun, after which nothing on the screen is touched any more
     */
    static Progress on(
            Terminal terminal, Consumer<String> log, Consumer<String> screen, Time time, BooleanSupplier over) {
        return terminal.updatesInPlace()
                ? new TickingProgress(
                        new TerminalProgress(screen, time, terminal.width(), terminal.stateColors(), over))
                : new ProgressLog(log);
    }
}
