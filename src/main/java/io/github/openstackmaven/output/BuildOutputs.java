package io.github.openstackmaven.output;

import io.github.openstackmaven.teardown.TeardownEvent;
import java.util.List;
import java.util.Map;

/** Outputs of all launches of one build in a folder: each adds to it. */
public final class BuildOutputs {
    private LaunchOutputs outputs = new LaunchOutputs(List.of(), Map.of(), List.of());

    /** All of it, now that another launch has come to it. */
    public synchronized LaunchOutputs with(LaunchOutputs more) {
        outputs = outputs.and(more);
        return outputs;
    }

    /** The servers that are there, the first launched first. */
    public synchronized List<LaunchedServer> servers() {
        return outputs.servers();
    }

    /** Listens to a teardown: what is gone is not told to anybody any more. */
    public synchronized void teardown(TeardownEvent event) {
        event.gone().ifPresent(one -> outputs = outputs.without(one.id()));
    }
}
