package io.github.openstackmaven.output;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PlainText;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.launch.LaunchEvent;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Tells what servers of a launch print on their consoles while they are waited for, with their names in front. */
public final class ConsoleStream implements Consumer<LaunchEvent>, AutoCloseable {
    private final UnaryOperator<String> console;
    private final Time time;
    private final Executor executor;
    private final Consumer<String> out;
    private final Set<String> followed = ConcurrentHashMap.newKeySet();

    /**
     * A stream of no server as yet.
     *
     * @param console from a server's id to the end of its console log
     * @param executor follows side by side
     * @param out takes a line, by several threads
     */
    public ConsoleStream(UnaryOperator<String> console, Time time, Executor executor, Consumer<String> out) {
        this.console = console;
        this.time = time;
        this.executor = executor;
        this.out = out;
    }

    @Override
    public void accept(LaunchEvent event) {
        if (event instanceof LaunchEvent.Requested requested) begin(requested.name(), requested.id());
        if (event instanceof LaunchEvent.Reused reused) begin(reused.name(), reused.id());
        if (event instanceof LaunchEvent.Ready ready) followed.remove(ready.id());
        if (event instanceof LaunchEvent.Deleting deleting) followed.remove(deleting.id());
    }

    /** Nobody waits any more. */
    @Override
    public void close() {
        followed.clear();
    }

    private void begin(String name, String id) {
        if (followed.add(id)) executor.execute(() -> follow(name, id));
    }

    private void follow(String name, String id) {
        Consumer<String> told = line -> out.accept(PlainText.onOneLine(name + " | " + line));
        ConsoleLines lines = new ConsoleLines(told);
        Latest latest = new Latest(told);
        new ConsoleFollower(() -> followed.contains(id) ? latest.of(id) : Optional.empty(), "", time, lines).follow();
        lines.end();
    }

    // A cloud that has a bad moment is asked again, and told of once.
    private final class Latest {
        private final Consumer<String> told;
        private String text = "";
        private boolean complained;

        Latest(Consumer<String> told) {
            this.told = told;
        }

        Optional<String> of(String id) {
            try {
                text = console.apply(id);
            } catch (OpenStackException e) {
                if (!complained) told.accept("(the console can't be read: " + e.getMessage() + ")");
                complained = true;
                if (!e.mayPass()) return Optional.empty();
            }
            return Optional.of(text);
        }
    }
}
