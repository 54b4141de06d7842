package io.github.openstackmaven.output;

import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.plan.PlannedServer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Redraws a terminal's lines each second, on a thread that ends with it and keeps no JVM alive. */
final class TickingProgress implements Progress {
    private final TerminalProgress progress;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "openstack-progress");
        thread.setDaemon(true);
        return thread;
    });

    TickingProgress(TerminalProgress progress) {
        this.progress = progress;
        var unused = clock.scheduleAtFixedRate(progress::redraw, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void planned(PlannedServer plan) {
        progress.planned(plan);
    }

    @Override
    public void accept(LaunchEvent event) {
        progress.accept(event);
    }

    @Override
    public void above(Runnable print) {
        progress.above(print);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        progress.close();
    }
}
