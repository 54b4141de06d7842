package io.github.openstackmaven.bench;

import io.github.openstackmaven.bench.Forwarder.Passed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A peer in a scenario, with what was measured of it so far. */
final class Contender {
    private final Peer peer;
    private final List<Child.Result> results = new ArrayList<>();
    private final List<Passed> counted = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Contender(Peer peer) {
        this.peer = peer;
        peer.absent().ifPresent(notes::add);
    }

    Peer peer() {
        return peer;
    }

    /** Keeps what was measured in a round that went well. */
    void measured(Child.Result result) {
        results.add(result);
    }

    /** Keeps what it asked of the cloud. */
    void counted(List<Passed> requests) {
        counted.addAll(requests);
    }

    /** Keeps what is to be known beside the figures. */
    void note(String text) {
        notes.add(text);
    }

    /** All of it. */
    Row row(Scenario scenario) {
        return new Row(
                scenario.cloud(),
                scenario.servers(),
                peer.name(),
                spread(Child.Result::seconds),
                Spread.of(results.stream()
                        .flatMap(result -> peer.alone(result.output()).stream())
                        .toList()),
                spread(Child.Result::cpu),
                spread(Child.Result::memory),
                List.copyOf(counted),
                List.copyOf(notes));
    }

    private Optional<Spread> spread(Function<Child.Result, Double> figure) {
        return Spread.of(results.stream().map(figure).toList());
    }
}
