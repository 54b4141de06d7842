package io.github.openstackmaven.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Who launches servers.
 *
 * @param absent why it can't take part
 * @param asks whether it asks the cloud for anything
 * @param begin the line of output at which the launch itself begins, after all that belongs to Maven
 */
record Peer(
        String name,
        Function<Launch, Command> command,
        Optional<String> absent,
        boolean asks,
        Optional<Pattern> begin) {
    private static final Pattern END = Pattern.compile("BUILD SUCCESS");

    /** Who takes part, launches, and has no beginning and end of its own. */
    static Peer of(String name, Function<Launch, Command> command) {
        return new Peer(name, command, Optional.empty(), true, Optional.empty());
    }

    Peer absent(Optional<String> reason) {
        return new Peer(name, command, reason, asks, begin);
    }

    Peer askingNothing() {
        return new Peer(name, command, absent, false, begin);
    }

    Peer beginningAt(String line) {
        return new Peer(name, command, absent, asks, Optional.of(Pattern.compile(line)));
    }

    /** Seconds of the launch itself, where that can be told. */
    Optional<Double> alone(List<Child.Line> output) {
        return begin.flatMap(line -> at(output, line))
                .flatMap(start -> at(output, END).map(end -> end - start));
    }

    private static Optional<Double> at(List<Child.Line> output, Pattern pattern) {
        return output.stream()
                .filter(line -> pattern.matcher(line.text()).find())
                .map(Child.Line::seconds)
                .findFirst();
    }
}
