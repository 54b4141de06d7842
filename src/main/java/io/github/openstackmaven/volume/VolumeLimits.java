package io.github.openstackmaven.volume;

import java.util.Optional;

/**
 * The project's quota of storage and what is used of it:
 * <a href="https://docs.openstack.org/api-ref/block-storage/v3/#show-absolute-limits-for-project">GET /limits</a>. A
 * limit of -1 is none; a number that is not told is empty.
 *
 * @param maxTotalVolumeGigabytes GiB
 * @param totalGigabytesUsed GiB, of volumes and of snapshots
 */
public record VolumeLimits(
        Optional<Integer> maxTotalVolumes,
        Optional<Integer> totalVolumesUsed,
        Optional<Integer> maxTotalVolumeGigabytes,
        Optional<Integer> totalGigabytesUsed) {

    /** What is known where Cinder does not answer. */
    public static VolumeLimits unknown() {
        return new VolumeLimits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
