package io.github.openstackmaven.compute;

import java.util.Optional;

/**
 * The project's quota and what is used of it:
 * <a href="https://docs.openstack.org/api-ref/compute/#show-rate-and-absolute-limits">GET /limits</a>. A limit of -1
 * is none; a number that is not told is empty.
 *
 * @param maxTotalRAMSize MiB
 * @param totalRAMUsed MiB
 */
public record Limits(
        Optional<Integer> maxTotalInstances,
        Optional<Integer> totalInstancesUsed,
        Optional<Integer> maxTotalCores,
        Optional<Integer> totalCoresUsed,
        Optional<Integer> maxTotalRAMSize,
        Optional<Integer> totalRAMUsed,
        Optional<Integer> maxServerGroups,
        Optional<Integer> totalServerGroupsUsed,
        Optional<Integer> maxServerGroupMembers) {

    /** What is known where Nova does not answer. */
    public static Limits unknown() {
        return new Limits(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
