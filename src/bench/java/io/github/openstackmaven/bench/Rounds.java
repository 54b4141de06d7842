package io.github.openstackmaven.bench;

import io.github.openstackmaven.http.TlsContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures a scenario: first each peer's requests are counted, then all are timed in turns, each round beginning with another. */
final class Rounds {
    private final Scenario scenario;
    private final String prefix;
    private final Path folder;
    private final List<Contender> contenders;
    private int launches;

    /**
     * Rounds of a scenario.
     *
     * @param prefix what servers' names begin with
     * @param folder where each launch gets a folder of its own, and leaves its log
     */
    Rounds(Scenario scenario, String prefix, Path folder) {
        this.scenario = scenario;
        this.prefix = prefix;
        this.folder = folder;
        this.contenders = scenario.peers().stream().map(Contender::new).toList();
    }

    /** Measures so many rounds. */
    void measure(int count) {
        List<Contender> present = new ArrayList<>(contenders);
        present.removeIf(one -> one.peer().absent().isPresent());
        present.forEach(this::count);
        for (int round = 1; round <= count; round++) {
            for (Contender one : present)
                launch(one, "round " + round, Optional.empty()).ifPresent(one::measured);
            Collections.rotate(present, 1);
        }
    }

    /** What was measured so far; a row each peer. */
    List<Row> rows() {
        return contenders.stream().map(one -> one.row(scenario)).toList();
    }

    // All files are then in the machine's memory, too.
    private void count(Contender contender) {
        try (Forwarder forwarder =
                new Forwarder(TlsContext.of(scenario.target().config().tls()))) {
            launch(contender, "counted", Optional.of(forwarder));
            contender.counted(forwarder.passed());
        }
    }

    // What came of a launch; empty when it failed. The servers are gone then.
    private Optional<Child.Result> launch(Contender contender, String round, Optional<Forwarder> forwarder) {
        String name = "%s-%03d".formatted(prefix, ++launches);
        Target target = scenario.target();
        try {
            Path work = Files.createDirectories(folder.resolve(name));
            Launch launch = new Launch(target, name, scenario.servers(), work, forwarder);
            Child.Result result = Child.run(contender.peer().command().apply(launch));
            Files.writeString(work.resolve("log"), result.log());
            Optional<String> wrong = wrong(contender.peer(), result, name);
            wrong.ifPresent(what -> contender.note(round + ": " + what));
            System.out.println(line(contender.peer(), round, result)
                    + wrong.map(" – "::concat).orElse(""));
            return wrong.isEmpty() ? Optional.of(result) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            target.delete(name);
        }
    }

    private Optional<String> wrong(Peer peer, Child.Result result, String name) {
        if (result.exitCode() != 0) return Optional.of(result.error());
        if (!peer.asks()) return Optional.empty();
        long active = scenario.target().active(name);
        return active == scenario.servers()
                ? Optional.empty()
                : Optional.of(active + " of " + scenario.servers() + " ACTIVE when it ended");
    }

    private String line(Peer peer, String round, Child.Result result) {
        return String.format(
                Locale.ROOT,
                "%s, %d: %s, %s: %.1f s, user CPU %.1f s, %.0f MiB",
                scenario.cloud(),
                scenario.servers(),
                peer.name(),
                round,
                result.seconds(),
                result.cpu(),
                result.memory());
    }
}
