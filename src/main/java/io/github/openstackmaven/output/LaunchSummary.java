package io.github.openstackmaven.output;

import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What became of each server of a launch, as a table for the page of a CI job; safe for threads. */
public final class LaunchSummary implements Consumer<LaunchEvent> {
    private static final List<String> HEADER = List.of("Server", "State", "Address", "Time", "Made of");

    private final String title;
    private final Plan plan;
    private final Map<String, List<String>> states = new HashMap<>();
    private final Map<String, String> times = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    /** The summary of a plan's launch, before it begins. */
    public LaunchSummary(String title, Plan plan) {
        this.title = title;
        this.plan = plan;
    }

    @Override
    public synchronized void accept(LaunchEvent event) {
        // What was there before, of an attempt that failed say, is another's.
        if (event instanceof LaunchEvent.Requested requested) states.remove(requested.name());
        if (event instanceof LaunchEvent.Reused reused) state(reused.name(), "was there already");
        if (event instanceof LaunchEvent.Ready ready) ended(ready.name(), "ready", ready.elapsed());
        if (event instanceof LaunchEvent.Failed failed) {
            ended(failed.name(), "failed: " + LaunchMessages.firstLine(failed.reason()), failed.elapsed());
        }
        if (event instanceof LaunchEvent.Deleted deleted && deleted.kind() == ResourceType.SERVER) {
            state(deleted.name(), "deleted");
        }
        if (event instanceof LaunchEvent.Kept kept && kept.kind() == ResourceType.SERVER) state(kept.name(), "kept");
        if (event instanceof LaunchEvent.Left left) state(left.name(), LaunchMessages.of(left));
    }

    /** Adds the addresses that the servers have come to. */
    public synchronized void launched(List<Launched> launched) {
        launched.forEach(
                one -> one.ip().ifPresent(ip -> addresses.put(one.plan().name(), ip)));
    }

    /** All of it in Markdown. */
    public synchronized String text(Redaction redaction) {
        Markdown markdown = new Markdown(redaction);
        return "### " + markdown.text(title) + "\n\n"
                + markdown.table(HEADER, plan.servers().stream().map(this::row).toList());
    }

    private List<String> row(PlannedServer server) {
        return List.of(
                server.name(),
                String.join(", ", states.getOrDefault(server.name(), List.of("not ready"))),
                addresses.getOrDefault(server.name(), ""),
                times.getOrDefault(server.name(), ""),
                LaunchMessages.of(server));
    }

    private void ended(String server, String state, Duration elapsed) {
        state(server, state);
        times.put(server, LaunchMessages.seconds(elapsed));
    }

    private void state(String server, String state) {
        states.computeIfAbsent(server, absent -> new ArrayList<>()).add(state);
    }
}
