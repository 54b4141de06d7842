package io.github.openstackmaven.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan that is being followed: counts the requests, and says which of them go wrong. */
final class Disturbance {
    private final InstantSource clock;
    private final List<Followed> rules = new ArrayList<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private Optional<RandomFaults> random = Optional.empty();
    private int total;

    Disturbance(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A request.
     *
     * @param service the project's name, {@code nova}; empty when there is no such service
     * @param path below the service's prefix, with its query
     */
    record Asked(String service, String method, String path) {
        private static final Map<String, String> PROJECTS = Map.of(
                "/identity", "keystone",
                "/image", "glance",
                "/compute", "nova",
                "/network", "neutron",
                "/volume", "cinder");

        /** The request to the service with that prefix. */
        static Asked of(String prefix, String method, String path) {
            return new Asked(PROJECTS.getOrDefault(prefix, prefix.replace("/", "")), method, path);
        }

        boolean isOf(String name) {
            return service.equals(name);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    synchronized void follow(FaultPlan plan) {
        rules.clear();
        plan.rules().forEach(this::add);
        kinds.clear();
        random = plan.random();
        total = 0;
    }

    synchronized void add(FaultRule rule) {
        rules.add(new Followed(rule));
    }

    /** What goes wrong with a request, which is counted. */
    synchronized Optional<Fault> of(Asked asked) {
        total++;
        int ofItsKind = kinds.merge(RandomFaults.kind(asked), 1, Integer::sum);
        Instant now = clock.instant();
        Optional<Fault> fault = rules.stream()
                .filter(rule -> rule.strikes(asked, now))
                .findFirst()
                .map(Followed::fault)
                .or(() -> random.flatMap(chance -> chance.of(asked, total, ofItsKind)));
        rules.forEach(rule -> rule.sees(asked));
        return fault;
    }

    /** A rule, and how often it was looked at. */
    private static final class Followed {
        private final FaultRule rule;
        private boolean awake;
        private int hits;
        private Optional<Instant> struck = Optional.empty();

        Followed(FaultRule rule) {
            this.rule = rule;
            this.awake = rule.since().isEmpty();
        }

        Fault fault() {
            return rule.fault();
        }

        boolean strikes(Asked asked, Instant now) {
            if (!awake || !rule.matches(asked)) return false;
            hits++;
            if (!rule.strikesAt(hits)) return false;
            Instant since = struck.orElse(now);
            struck = Optional.of(since);
            return rule.lasts().filter(lasts -> now.isAfter(since.plus(lasts))).isEmpty();
        }

        void sees(Asked asked) {
            awake = awake
                    || rule.since().orElseThrow().matcher(asked.toString()).find();
        }
    }
}
