package io.github.openstackmaven.compute;

/**
 * The project's quota and what is used of it:
 * <a href="https://docs.openstack.org/api-ref/compute/#show-rate-and-absolute-limits">GET /limits</a>. A limit of -1 is none.
 *
 * @param maxTotalRAMSize MiB
 * @param totalRAMUsed MiB
 */
public record Limits(
        int maxTotalInstances,
        int totalInstancesUsed,
        int maxTotalCores,
        int totalCoresUsed,
        int maxTotalRAMSize,
        int totalRAMUsed) {}
