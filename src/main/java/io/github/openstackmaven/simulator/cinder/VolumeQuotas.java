package io.github.openstackmaven.simulator.cinder;

import io.github.openstackmaven.simulator.state.Snapshot;
import io.github.openstackmaven.simulator.state.Storage;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.state.VolumeType;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.List;
import java.util.function.Predicate;

/** How much storage a project may have: <a href="https://docs.openstack.org/api-ref/block-storage/v3/#quota-sets-extension-os-quota-sets">Cinder's quotas</a>. */
record VolumeQuotas(Storage storage) {
    static final int VOLUMES = 10;
    static final int SNAPSHOTS = 10;
    static final int GIGABYTES = 1000;

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
        if (used(project).volumes() >= VOLUMES) throw exceeded("VolumeLimitExceeded", "volumes", VOLUMES);
    }

    void admitSnapshot(String project, int size) {
        admitGigabytes(project, size);
        if (used(project).snapshots() >= SNAPSHOTS) throw exceeded("SnapshotLimitExceeded", "snapshots", SNAPSHOTS);
    }

    private void admitGigabytes(String project, int size) {
        int used = used(project).gigabytes();
        // As a long: the greatest size there is must not wrap around.
        if ((long) used + size > GIGABYTES) {
            throw tooMuch(
                    "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota."
                            + " Requested " + size + "G, quota is " + GIGABYTES + "G and " + used
                            + "G has been consumed.");
        }
    }

    private static Rejection exceeded(String error, String what, int limit) {
        return tooMuch(
                error + ": Maximum number of " + what + " allowed (" + limit + ") exceeded for quota '" + what + "'.");
    }

    private static Rejection tooMuch(String message) {
        return new Rejection(413, "OverLimit", message);
    }
}
