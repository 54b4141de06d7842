package io.github.openstackmaven.chaos;

import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.simulator.Fault;
import io.github.openstackmaven.simulator.FaultPlan;
import io.github.openstackmaven.simulator.FaultRule;
import io.github.openstackmaven.simulator.RandomFaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A build whose servers, end and disturbances all follow from a number. */
final class SeededBuild {
    // After these all is well, so that something can come of it.
    private static final int UNTIL = 300;
    // Many a fault ends a launch while it only looks things up: most builds are to come further.
    private static final String AFTER_THE_PLAN =
            "POST /v2|DELETE|PUT|/servers/|/volumes/|/ports|/floatingips|/os-keypairs";
    private static final List<Fault> FAULTS = Stream.concat(
                    Stream.of(FaultPlan.passing(), FaultPlan.passing(), FaultPlan.passing())
                            .flatMap(List::stream),
                    Stream.of(
                                    "hang",
                                    "loris",
                                    "loris_head",
                                    "delay_after",
                                    "trickle",
                                    "truncate_ok",
                                    "late",
                                    "refuse",
                                    "jnull",
                                    "list",
                                    "404",
                                    "409",
                                    "409a",
                                    "403q",
                                    "413ra",
                                    "redirect",
                                    "ctype")
                            .map(FaultPlan::fault))
            .toList();

    /** How builds end. */
    enum End {
        DELETED,
        FAILED_LAUNCH,
        INTERRUPTED,
        FAILED_AFTERWARDS,
        KILLED
    }

    private final long seed;
    private final Random random;
    private final End end;
    private final Rehearsal rehearsal;
    private final int servers;
    private final Promises promises;

    SeededBuild(long seed, Transports transports, Path folder) {
        this.seed = seed;
        this.random = new Random(seed);
        this.end = End.values()[(int) Math.floorMod(seed, (long) End.values().length)];
        this.servers = 1 + random.nextInt(2);
        this.rehearsal = new Rehearsal(transports, folder, new UUID(seed, seed).toString(), specs(), plan());
        this.promises = new Promises(rehearsal, servers);
    }

    /**
     * What came of it.
     *
     * @param failure why it did not have its servers
     * @param complaints what should not be; empty when all promises were kept
     */
    record Result(
            long seed,
            End end,
            Optional<String> failure,
            int requests,
            List<String> disturbed,
            List<String> complaints) {
        @Override
        public String toString() {
            return "seed " + seed + ", " + end + ", " + disturbed.size() + " of " + requests + " requests disturbed: "
                    + failure.orElse("launched")
                    + String.join(
                            "", complaints.stream().map(one -> "\n  " + one).toList());
        }
    }

    Result run() {
        int moment = 2 + random.nextInt(40);
        if (end == End.INTERRUPTED) rehearsal.wire.interruptAt(moment);
        if (end == End.KILLED) rehearsal.wire.cutAt(moment);
        try (rehearsal) {
            if (end == End.KILLED) promises.killedLaunch();
            else promises.launch();
            rehearsal.wire.interruptAt(Integer.MAX_VALUE);
            if (end != End.KILLED) promises.end(end == End.DELETED);
            int requests = rehearsal.requests();
            List<String> disturbed = rehearsal.disturbed();
            promises.reap();
            return new Result(
                    seed,
                    end,
                    promises.failure().map(e -> e.report().lines().findFirst().orElse("")),
                    requests,
                    disturbed,
                    promises.complaints());
        }
    }

    /** What was told. */
    List<String> told() {
        return rehearsal.told;
    }

    // From every seventh request to nearly every second; and now and then a server that does not come up.
    private FaultPlan plan() {
        FaultRule[] builds = Stream.of("error", "stuck")
                .filter(fate -> random.nextInt(10) == 0)
                .map(fate ->
                        FaultRule.of("POST", "/servers$", FaultPlan.fault(fate)).upto(1))
                .toArray(FaultRule[]::new);
        double probability = 0.17 * (1 + random.nextInt(3));
        RandomFaults faults = new RandomFaults(seed, probability, FAULTS).until(UNTIL);
        return FaultPlan.of(builds).with(random.nextInt(3) == 0 ? faults : faults.only(AFTER_THE_PLAN));
    }

    private List<ServerSpec> specs() {
        boolean everything = random.nextBoolean();
        boolean bootVolume = random.nextInt(3) == 0;
        Map<String, String> metadata =
                end == End.FAILED_LAUNCH ? Map.of("oslab_build_fail", "the disk is made of cheese") : Map.of();
        return IntStream.rangeClosed(1, servers)
                .mapToObj(n -> everything
                        ? Descriptions.everything("web-" + n, bootVolume, "10.10.0." + (100 + n), metadata)
                        : Descriptions.plain("web-" + n, metadata))
                .toList();
    }
}
