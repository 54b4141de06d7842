package io.github.openstackmaven.volume;

/**
 * The project's quota of storage and what is used of it:
 * <a href="https://docs.openstack.org/api-ref/block-storage/v3/#show-absolute-limits-for-project">GET /limits</a>. A
 * limit of -1 is none.
 *
 * @param maxTotalVolumeGigabytes GiB
 * @param totalGigabytesUsed GiB, of volumes and of snapshots
 */
public record VolumeLimits(
        int maxTotalVolumes,
        int totalVolumesUsed,
        int maxTotalVolumeGigabytes,
        int totalGigabytesUsed,
        int maxTotalSnapshots,
        int totalSnapshotsUsed) {}
