package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.Limits;

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
    }

    /** As Nova tells it. */
    public static Quota of(Limits limits) {
        return new Quota(
                new Use(limits.totalInstancesUsed(), limits.maxTotalInstances()),
                new Use(limits.totalCoresUsed(), limits.maxTotalCores()),
                new Use(limits.totalRAMUsed(), limits.maxTotalRAMSize()));
    }
}
