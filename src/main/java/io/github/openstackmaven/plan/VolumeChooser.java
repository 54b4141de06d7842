package io.github.openstackmaven.plan;

import io.github.openstackmaven.volume.Snapshot;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.VolumeClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the volumes and snapshots a user wants. */
record VolumeChooser(VolumeClient client) {

    /**
     * The volume of that name or id.
     *
     * @throws io.github.openstackmaven.OpenStackException when there is none, or several
     */
    Volume volume(String wanted) {
        return new NamedResource("volume", wanted)
                .find(
                        id -> client.byId(id).stream().toList(),
                        client::byName,
                        () -> names(client.all().stream().map(Volume::name)),
                        one -> one.id() + "  " + one.size() + " GiB  " + one.status());
    }

    /**
     * The snapshot of that name or id.
     *
     * @throws io.github.openstackmaven.OpenStackException when there is none, or several
     */
    Snapshot snapshot(String wanted) {
        return new NamedResource("snapshot", wanted)
                .find(
                        id -> client.snapshot(id).stream().toList(),
                        client::snapshots,
                        () -> names(client.snapshots().stream().map(Snapshot::name)),
                        one -> one.id() + "  " + one.size() + " GiB  of volume " + one.volumeId());
    }

    private static List<String> names(Stream<Optional<String>> names) {
        return names.flatMap(Optional::stream).filter(name -> !name.isEmpty()).toList();
    }
}
