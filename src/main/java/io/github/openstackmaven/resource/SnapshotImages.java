package io.github.openstackmaven.resource;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.PreparedMark;
import io.github.openstackmaven.volume.Snapshot;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.VolumeClient;
import java.util.List;
import java.util.Map;

/**
 * Images that are snapshots of volumes. They go with those, and so do the volumes that were made for them alone: Cinder deletes
 * no volume before its snapshots.
 */
public record SnapshotImages(VolumeClient cinder) {

    /**
     * Has the volumes of this plugin's that an image needs stay as long as it does, and be no build's any more.
     *
     * @return their ids
     */
    public List<String> keep(Image image) {
        List<Volume> needed = image.snapshotIds().stream()
                .flatMap(id -> cinder.snapshot(id).map(Snapshot::volumeId).stream())
                .flatMap(id -> cinder.byId(id).stream())
                .filter(volume -> Mark.inMetadata(volume.metadata()).isPresent())
                .toList();
        needed.forEach(volume -> keep(volume, image));
        return needed.stream().map(Volume::id).toList();
    }

    private void keep(Volume volume, Image image) {
        cinder.addMetadata(volume.id(), Map.of(PreparedMark.PREPARED, image.id()));
        List.of(Mark.BUILD, Mark.LAUNCH, Mark.LEDGER, Mark.EXPIRES_AT).stream()
                .filter(volume.metadata()::containsKey)
                .forEach(key -> cinder.removeMetadata(volume.id(), key));
    }

    /**
     * Deletes what an image needs, its snapshots first.
     *
     * @throws OpenStackException as long as one of them is there
     */
    void clear(Image image) {
        List<String> snapshots = image.snapshotIds();
        if (snapshots.isEmpty()) return;
        snapshots.stream().flatMap(id -> cinder.snapshot(id).stream()).forEach(this::delete);
        cinder.all().stream()
                .filter(volume -> image.id().equals(volume.metadata().get(PreparedMark.PREPARED)))
                .filter(volume -> volume.attachments().isEmpty())
                .forEach(volume -> cinder.delete(volume.id()));
    }

    private void delete(Snapshot snapshot) {
        if (!snapshot.status().equals(Resource.DELETING)) cinder.deleteSnapshot(snapshot.id());
        if (cinder.snapshot(snapshot.id()).isEmpty()) return;
        throw new OpenStackException(
                "Its volume snapshot " + snapshot.id() + " goes first",
                "Look at: openstack volume snapshot show " + snapshot.id());
    }
}
