package io.github.openstackmaven.simulator.cinder;

import io.github.openstackmaven.simulator.state.Limits;
import io.github.openstackmaven.simulator.state.Limits.Limit;
import io.github.openstackmaven.simulator.state.Snapshot;
import io.github.openstackmaven.simulator.state.Storage;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.state.VolumeType;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How much storage a project may have: <a href="https://docs.openstack.org/api-ref/block-storage/v3/#quota-sets-extension-os-quota-sets">Cinder's quotas</a>. */
record VolumeQuotas(Storage storage, Limits limits) {

    /** What is used; snapshots count for gigabytes too. */
    record Used(int volumes, int snapshots, int gigabytes) {}

    Used used(String project) {
        return used(project, type -> true);
    }

    Used used(String project, Predicate<VolumeType> types) {
        List<Volume> volumes = storage.volumes().of(project).stream()
                .filter(volume -> types.test(volume.type()))
                .toList();
        List<Snapshot> snapshots = storage.snapshots().of(project).stream()
                .filter(snapshot -> types.test(snapshot.type()))
                .toList();
        return new Used(
                volumes.size(),
                snapshots.size(),
                volumes.stream().mapToInt(Volume::size).sum()
                        + snapshots.stream().mapToInt(Snapshot::size).sum());
    }

    void admitVolume(String project, int size) {
        admitGigabytes(project, size);
        admit(project, Limit.VOLUMES, used(project).volumes(), "VolumeLimitExceeded");
    }

    void admitSnapshot(String project, int size) {
        admitGigabytes(project, size);
        admit(project, Limit.SNAPSHOTS, used(project).snapshots(), "SnapshotLimitExceeded");
    }

    private void admitGigabytes(String project, int size) {
        int used = used(project).gigabytes();
        // As a long: the greatest size there is must not wrap around.
        if (!limits.allow(project, Limit.GIGABYTES, (long) used + size)) {
            throw tooMuch(
                    "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota."
                            + " Requested " + size + "G, quota is " + limits.of(project, Limit.GIGABYTES) + "G and "
                            + used
                            + "G has been consumed.");
        }
    }

    private void admit(String project, Limit limit, int used, String error) {
        if (limits.allow(project, limit, used + 1L)) return;
        String what = limit.name().toLowerCase(Locale.ROOT);
        throw tooMuch(error + ": Maximum number of " + what + " allowed (" + limits.of(project, limit)
                + ") exceeded for quota '" + what + "'.");
    }

    private static Rejection tooMuch(String message) {
        return new Rejection(413, "OverLimit", message);
    }
}
