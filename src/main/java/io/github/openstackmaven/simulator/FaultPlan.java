package io.github.openstackmaven.simulator;

import io.github.openstackmaven.simulator.web.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes wrong on a cloud, and when.
 *
 * @param rules the first that holds is followed
 * @param random what happens where none holds
 */
public record FaultPlan(List<FaultRule> rules, Optional<RandomFaults> random) {
    public FaultPlan {
        rules = List.copyOf(rules);
    }

    /** All goes well. */
    public static FaultPlan none() {
        return new FaultPlan(List.of(), Optional.empty());
    }

    /** What these rules say. */
    public static FaultPlan of(FaultRule... rules) {
        return new FaultPlan(List.of(rules), Optional.empty());
    }

    /** The same, and where no rule holds what chance says. */
    public FaultPlan with(RandomFaults other) {
        return new FaultPlan(rules, Optional.of(other));
    }

    /**
     * A plan as it is written in files: {@code {"rules": [{"method": "POST", "path": "/servers$", "nth": 1, "fault":
     * "reset_after"}], "random": {"seed": 7, "p": 0.2, "faults": ["503b"]}}}.
     *
     * @param written maps, lists, texts, numbers
     * @throws IllegalArgumentException what is wrong with it
     */
    public static FaultPlan of(Map<?, ?> written) {
        return FaultReader.plan(JsonTree.node(written));
    }

    /**
     * The fault of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Fault fault(String name) {
        return NamedFaults.of(name);
    }

    /** The faults that pass by themselves, and take no longer than some seconds. */
    public static List<Fault> passing() {
        return NamedFaults.PASSING.stream().map(FaultPlan::fault).toList();
    }
}
