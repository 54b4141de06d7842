package io.github.openstackmaven.bench;

import io.github.openstackmaven.bench.Choices.Arguments;
import io.github.openstackmaven.bench.Choices.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Launches the same servers by the plugin and by others, in turns and each in a process of its own, and tells how long that
 * took: on a real cloud, or on simulators of two sizes.
 */
public final class Benchmark {
    // As slow as clouds are, and with room for all.
    private static final List<String> SIMULATED = List.of(
            "-Dopenstack.simulator.latency=20ms",
            "-Dopenstack.simulator.build=2s-3s",
            "-Dopenstack.simulator.quota.instances=-1",
            "-Dopenstack.simulator.quota.cores=-1",
            "-Dopenstack.simulator.quota.ram=-1",
            "-Dopenstack.simulator.quota.ports=-1");
    private static final List<String> BIG = List.of(
            "-Dopenstack.simulator.images=10000",
            "-Dopenstack.simulator.flavors=2000",
            "-Dopenstack.simulator.servers=5000",
            "-Dopenstack.simulator.networks=500");

    private final Choices choices;
    private final Path folder;
    private final Peers peers;
    private final String prefix;
    private final List<Row> rows = new ArrayList<>();
    private int scenarios;

    private Benchmark(Choices choices, Places places) {
        this.choices = choices;
        this.folder = places.target();
        this.peers = new Peers(places);
        this.prefix = choices.name() + "-" + UUID.randomUUID().toString().substring(0, 4);
    }

    /** Measures what the properties {@code bench.*} ask for, which are its arguments. */
    public static void main(String[] args) throws IOException {
        Arguments arguments = Arguments.of(args);
        new Benchmark(Choices.of(arguments), Places.of(arguments)).run();
    }

    private void run() throws IOException {
        Realm realm = peers.prepare();
        String maven = peers.mavenVersion();
        try {
            measure();
        } finally {
            Report report = Report.of(maven, realm, choices, rows);
            report.write(folder);
            System.out.println(
                    "\n" + report.markdown() + "\nWritten to " + folder.resolve("bench.json") + " and bench.md");
        }
    }

    private void measure() throws IOException {
        if (choices.onSimulator()) {
            onSimulator("simulator", List.of(), choices.fleets(), choices.peers());
            onSimulator("small simulator", List.of(), choices.growth(), List.of(Peers.CURL, Peers.PLUGIN));
            onSimulator("big simulator", BIG, choices.growth(), List.of(Peers.CURL, Peers.PLUGIN));
        } else {
            on(choices.cloud(), Optional.empty(), choices.cloud(), choices.fleets(), choices.peers());
        }
    }

    private void onSimulator(String cloud, List<String> options, List<Integer> fleets, List<String> names)
            throws IOException {
        if (fleets.isEmpty()) return;
        Path place = Files.createDirectories(folder.resolve(prefix + "-" + cloud.replace(' ', '-')));
        List<String> all = Stream.of(SIMULATED, options).flatMap(List::stream).toList();
        try (SimulatedCloud simulator = SimulatedCloud.start(peers.simulate(place, all))) {
            on(SimulatedCloud.ENTRY, Optional.of(simulator.clouds()), cloud, fleets, names);
        }
    }

    private void on(String entry, Optional<String> file, String cloud, List<Integer> fleets, List<String> names) {
        Target target = Target.of(entry, file, choices);
        Thread measuring = Thread.currentThread();
        Thread broom = new Thread(() -> sweep(measuring, target), "broom");
        Runtime.getRuntime().addShutdownHook(broom);
        for (int servers : fleets) {
            measure(new Scenario(cloud, target, servers, taking(target, servers, names)));
        }
        Runtime.getRuntime().removeShutdownHook(broom);
    }

    private void measure(Scenario scenario) {
        Rounds rounds = new Rounds(scenario, prefix + "-" + ++scenarios, folder);
        try {
            rounds.measure(choices.rounds());
        } finally {
            rows.addAll(rounds.rows());
        }
    }

    private List<Peer> taking(Target target, int servers, List<String> names) {
        return peers.on(target).stream()
                .filter(peer -> names.isEmpty() || names.contains(peer.name()))
                .filter(peer -> servers == 1 || peer.asks())
                .toList();
    }

    // Interrupted, it ends whatever launches, a simulator too, and deletes what came of it.
    private void sweep(Thread measuring, Target target) {
        measuring.interrupt();
        List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
        children.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
        if (!choices.onSimulator()) target.delete(prefix);
    }
}
