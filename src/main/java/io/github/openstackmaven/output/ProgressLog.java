package io.github.openstackmaven.output;

import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.plan.PlannedServer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells a launch in the build's log, a line a step. */
public record ProgressLog(Consumer<String> log) implements Consumer<LaunchEvent> {

    /** What is about to be created. */
    public void planned(PlannedServer plan) {
        String networks = String.join(", ", plan.networkNames());
        log.accept(plan.name() + ": image " + plan.image().name() + ", flavor "
                + plan.flavor().name() + " (" + plan.flavor().size() + ")"
                + (networks.isEmpty() ? "" : ", network " + networks));
    }

    @Override
    public void accept(LaunchEvent event) {
        log.accept(event.name() + ": " + told(event));
    }

    private static String told(LaunchEvent event) {
        if (event instanceof LaunchEvent.StatusChanged changed) {
            return changed.status() + " after " + seconds(changed.elapsed());
        }
        if (event instanceof LaunchEvent.Left left) {
            return "could not be deleted, id " + left.id() + ": " + left.reason();
        }
        return (event instanceof LaunchEvent.Deleted ? "no longer wanted, its deletion was asked for" : "asked for")
                + ", id " + event.id();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
