package io.github.openstackmaven.simulator.state;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much projects may have.
 *
 * @param demo of what project demo may have more or less than in the laboratory
 */
public record Limits(Map<Limit, Integer> demo) {
    /** Of which there may be any number, as OpenStack writes it. */
    private static final int UNLIMITED = -1;

    private static final int SMALL_NETWORK = 253;

    public Limits {
        demo = Map.copyOf(demo);
    }

    /** What is limited. */
    public enum Limit {
        INSTANCES("instances", 20, 10),
        CORES("cores", 40, 20),
        /** MiB. */
        RAM("ram", 200000, 51200),
        VOLUMES("volumes", 10, 10),
        SNAPSHOTS("snapshots", 10, 10),
        /** GiB of volumes and snapshots. */
        GIGABYTES("gigabytes", 1000, 1000),
        PORTS("ports", 60, 500),
        FLOATING_IPS("floatingIps", 5, 50),
        SECURITY_GROUPS("securityGroups", 10, 10),
        SECURITY_GROUP_RULES("securityGroupRules", 100, 100),
        IMAGES("images", -1, -1);

        private final String word;
        private final int demo;
        private final int others;

        Limit(String word, int demo, int others) {
            this.word = word;
            this.demo = demo;
            this.others = others;
        }

        public String word() {
            return word;
        }
    }

    /** The most that a project may have; -1 where there is no most. */
    public int of(String project, Limit limit) {
        return project.equals(Contents.DEMO) ? demo.getOrDefault(limit, limit.demo) : limit.others;
    }

    /** As much more as that population takes. */
    public Limits beside(Population population) {
        Map<Limit, Integer> all = new HashMap<>(demo);
        population.occupied().forEach((limit, amount) -> {
            int room = of(Contents.DEMO, limit);
            if (room != UNLIMITED) all.put(limit, room + amount);
        });
        return new Limits(all);
    }

    /** Whether a project's ports may be more than a small network has addresses. */
    public boolean isForFleets() {
        return Stream.of(Limit.INSTANCES, Limit.PORTS).anyMatch(limit -> allow(Contents.DEMO, limit, SMALL_NETWORK));
    }

    /** Whether a project may have that many. */
    public boolean allow(String project, Limit limit, long amount) {
        int most = of(project, limit);
        return most == UNLIMITED || amount <= most;
    }
}
