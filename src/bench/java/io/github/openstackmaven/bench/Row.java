package io.github.openstackmaven.bench;

import io.github.openstackmaven.bench.Forwarder.Passed;
import java.util.List;
import java.util.Optional;

/**
 * What was measured of one peer.
 *
 * @param servers how many at once
 * @param process seconds from the start of its process to its end
 * @param alone seconds of the launch itself, without Maven
 * @param cpu seconds of user time
 * @param memory MiB at its peak
 * @param counted the requests of one launch, which was not timed
 * @param notes what went wrong
 */
record Row(
        String cloud,
        int servers,
        String peer,
        Optional<Spread> process,
        Optional<Spread> alone,
        Optional<Spread> cpu,
        Optional<Spread> memory,
        List<Passed> counted,
        List<String> notes) {

    /** It as a line of a table in Markdown. */
    String line() {
        return "| "
                + String.join(
                        " | ",
                        String.valueOf(servers),
                        peer,
                        text(process, 1),
                        text(alone, 1),
                        text(cpu, 1),
                        text(memory, 0),
                        counted.isEmpty() ? "–" : String.valueOf(counted.size()),
                        counted.isEmpty() ? "–" : String.valueOf(kilobytes()),
                        String.join("; ", notes))
                + " |";
    }

    private static String text(Optional<Spread> spread, int decimals) {
        return spread.map(figures -> figures.text(decimals)).orElse("–");
    }

    private long kilobytes() {
        return Math.round(counted.stream().mapToLong(Passed::bytes).sum() / 1024.0);
    }
}
