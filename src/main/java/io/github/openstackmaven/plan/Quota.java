package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Limits;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the project uses of what it may.
 *
 * @param ram MiB
 */
public record Quota(Use instances, Use cores, Use ram) {

    /** One resource; a limit of -1 is none. */
    public record Use(int used, int limit) {

        /** {@code 3 of 20 used, 17 left}. */
        @Override
        public String toString() {
            return limit < 0 ? used + " used, no limit" : used + " of " + limit + " used, " + (limit - used) + " left";
        }

        private Stream<String> excess(String resource, int asked) {
            return limit < 0 || used + asked <= limit
                    ? Stream.empty()
                    : Stream.of(resource + ": " + used + " used, " + asked + " asked, " + limit + " allowed");
        }
    }

    /** As Nova tells it. */
    public static Quota of(Limits limits) {
        return new Quota(
                new Use(limits.totalInstancesUsed(), limits.maxTotalInstances()),
                new Use(limits.totalCoresUsed(), limits.maxTotalCores()),
                new Use(limits.totalRAMUsed(), limits.maxTotalRAMSize()));
    }

    /**
     * That the servers fit.
     *
     * @throws OpenStackException when they don't; names what is used, asked and allowed
     */
    void check(List<PlannedServer> servers) {
        int vcpus = servers.stream().mapToInt(server -> server.flavor().vcpus()).sum();
        int memory = servers.stream().mapToInt(server -> server.flavor().ram()).sum();
        String excess = Stream.of(
                        instances.excess("instances", servers.size()),
                        cores.excess("cores", vcpus),
                        ram.excess("ram (MiB)", memory))
                .flatMap(resource -> resource)
                .collect(Collectors.joining("; "));
        if (excess.isEmpty()) return;
        throw new OpenStackException(
                "The launch does not fit the project's quota: " + excess,
                "Delete servers that are no longer needed, choose smaller flavors, or ask the cloud's operator for quota.");
    }
}
