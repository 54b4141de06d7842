package io.github.openstackmaven.output;

import io.github.openstackmaven.Columns;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.plan.PlannedServer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a launch on a terminal: a line a server, updated in place. Whatever else is printed goes above these lines. */
final class TerminalProgress implements Progress {
    private static final int MOST_LINES = 15; // what has left the screen can't be updated
    // a terminal may be narrower than its environment says, and what it wraps can't be updated (DECAWM)
    private static final String UNWRAPPED = "\u001b[?7l";
    private static final String WRAPPED = "\u001b[?7h";
    private static final String ERASE_BELOW = "\u001b[J";

    private final Consumer<String> screen;
    private final Time time;
    private final int width;
    private final StateColors colors;
    private final BooleanSupplier over;
    private final Map<String, TerminalLine> lines = new LinkedHashMap<>();
    private String shown = "";

    /**
     * A launch on a screen.
     *
     * @param over whether the end of the build has begun, which goes on printing below what is shown then
     */
    TerminalProgress(Consumer<String> screen, Time time, int width, StateColors colors, BooleanSupplier over) {
        this.screen = screen;
        this.time = time;
        this.width = width;
        this.colors = colors;
        this.over = over;
    }

    @Override
    public synchronized void planned(PlannedServer plan) {
        lines.put(plan.name(), TerminalLine.planned(plan.name(), LaunchMessages.of(plan), time.now()));
        redraw();
    }

    @Override
    public synchronized void accept(LaunchEvent event) {
        Instant now = time.now();
        lines.merge(
                event.name(),
                TerminalLine.planned(event.name(), "", now).after(event, now),
                (line, unused) -> line.after(event, now));
        redraw();
    }

    @Override
    public synchronized void above(Runnable print) {
        if (!shown.isEmpty() && !over.getAsBoolean()) screen.accept(up() + ERASE_BELOW);
        shown = "";
        print.run();
        redraw();
    }

    /** Lets the seconds go on. */
    synchronized void redraw() {
        draw(block(false));
    }

    private void draw(String now) {
        if (now.equals(shown) || over.getAsBoolean()) return;
        screen.accept((shown.isEmpty() ? "" : up() + ERASE_BELOW) + now);
        shown = now;
    }

    // What is drawn for the last time may be as long as it is: no line below is to be found again.
    @Override
    public synchronized void close() {
        draw(block(true));
        lines.clear();
        shown = "";
    }

    private String up() {
        return "\u001b[" + shown.lines().count() + "A\r";
    }

    private String block(boolean last) {
        Instant now = time.now();
        int names = lines.keySet().stream().mapToInt(Columns::of).max().orElse(0);
        Stream<String> servers = lines.values().stream()
                .limit(MOST_LINES)
                .map(line -> line.text(names, last && line.isOver() ? Integer.MAX_VALUE : width - 1, now, colors));
        return Stream.concat(servers, rest())
                .map(line -> (last ? line : UNWRAPPED + line + WRAPPED) + "\n")
                .collect(Collectors.joining());
    }

    private Stream<String> rest() {
        Map<String, Long> states = lines.values().stream()
                .skip(MOST_LINES)
                .collect(Collectors.groupingBy(
                        line -> line.state().isEmpty() ? "-" : line.state(),
                        LinkedHashMap::new,
                        Collectors.counting()));
        if (states.isEmpty()) return Stream.empty();
        return Stream.of(Columns.cut(
                "and " + (lines.size() - MOST_LINES) + " more: "
                        + states.entrySet().stream()
                                .map(state -> state.getValue() + " " + state.getKey())
                                .collect(Collectors.joining(", ")),
                width - 1));
    }
}
