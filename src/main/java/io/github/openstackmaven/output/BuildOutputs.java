package io.github.openstackmaven.output;

import io.github.openstackmaven.teardown.TeardownEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Outputs of all launches of one build in a folder: each adds to it, and its files are written by one at a time. */
public final class BuildOutputs {
    private LaunchOutputs outputs = new LaunchOutputs(List.of(), Map.of(), List.of());

    /** All of it, now that another launch has come to it. */
    public synchronized LaunchOutputs with(LaunchOutputs more) {
        outputs = outputs.and(more);
        return outputs;
    }

    /**
     * Writes the files of all that have come to it so far.
     *
     * @return {@code servers.json}
     */
    public synchronized Path write(Path folder) {
        return outputs.write(folder);
    }

    /**
     * Takes servers that are gone out of the files that launches have left in a folder; where they left none of them,
     * nothing is written.
     *
     * @param ids theirs
     */
    public synchronized void remove(Path folder, Set<String> ids) {
        LaunchOutputs.remove(folder, ids);
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
