package io.github.openstackmaven.output;

import io.github.openstackmaven.PlainText;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.plan.PlannedServer;
import java.util.function.Consumer;

/** Tells a launch in the build's log, a line a change. */
public record ProgressLog(Consumer<String> log) implements Progress {

    @Override
    public void planned(PlannedServer plan) {
        log.accept(plan.name() + ": " + LaunchMessages.of(plan));
    }

    @Override
    public void accept(LaunchEvent event) {
        if (event instanceof LaunchEvent.Waiting waiting && waiting.seen().isEmpty()) return; // nothing has changed yet
        log.accept(PlainText.onOneLine(event.name() + ": " + LaunchMessages.of(event)));
    }

    @Override
    public void above(Runnable print) {
        print.run();
    }

    @Override
    public void close() {}
}
