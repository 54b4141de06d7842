package io.github.openstackmaven.compute;

import java.util.Optional;

/**
 * The project's quota and what is used of it:
 * <a href="https://docs.openstack.org/api-ref/compute/#show-rate-and-absolute-limits">GET /limits</a>. A limit of -1 is none.
 *
 * @param maxTotalRAMSize MiB
 * @param totalRAMUsed MiB
 * @param maxServerGroups empty where Nova doesn't tell
 */
public record Limits(
        int maxTotalInstances,
        int totalInstancesUsed,
        int maxTotalCores,
        int totalCoresUsed,
        int maxTotalRAMSize,
        int totalRAMUsed,
        Optional<Integer> maxServerGroups,
        Optional<Integer> totalServerGroupsUsed) {}
