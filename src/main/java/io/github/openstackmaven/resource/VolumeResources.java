package io.github.openstackmaven.resource;

import io.github.openstackmaven.compute.Servers;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.VolumeAttachment;
import io.github.openstackmaven.volume.VolumeClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Volumes, marked in their metadata. */
record VolumeResources(VolumeClient cinder, Servers servers) implements ResourcesOfType {
    private static final int BAD_REQUEST = 400;

    @Override
    public List<Resource> all() {
        return cinder.all().stream().map(VolumeResources::resource).toList();
    }

    @Override
    public Optional<Resource> find(String id) {
        return cinder.byId(id).map(VolumeResources::resource);
    }

    /** The volumes on a server. */
    List<Resource> on(String serverId) {
        return cinder.all().stream()
                .filter(volume -> volume.attachments().stream()
                        .anyMatch(one -> one.serverId().equals(serverId)))
                .map(VolumeResources::resource)
                .toList();
    }

    @Override
    public boolean delete(String id) {
        try {
            return cinder.delete(id);
        } catch (HttpStatusException e) {
            if (e.status() != BAD_REQUEST || !endReservations(id)) throw e;
            return cinder.delete(id);
        }
    }

    // A server that is deleted before it had a host may leave its volumes reserved for good.
    private boolean endReservations(String id) {
        List<VolumeAttachment> orphans = cinder.attachments(id).stream()
                .filter(one -> one.status().equals("reserved"))
                .filter(one -> one.instance()
                        .filter(server -> servers.server(server).isEmpty())
                        .isPresent())
                .toList();
        orphans.forEach(orphan -> cinder.deleteAttachment(orphan.id()));
        return !orphans.isEmpty();
    }

    @Override
    public void renew(Resource volume, Optional<Instant> expiresAt) {
        expiresAt.ifPresentOrElse(
                at -> cinder.addMetadata(volume.id(), Map.of(Mark.EXPIRES_AT, at.toString())),
                () -> cinder.removeMetadata(volume.id(), Mark.EXPIRES_AT));
    }

    @Override
    public void release(Resource volume) {
        cinder.byId(volume.id())
                .ifPresent(seen -> seen.metadata().keySet().stream()
                        .filter(key -> key.startsWith(Mark.PREFIX))
                        .forEach(key -> cinder.removeMetadata(volume.id(), key)));
    }

    private static Resource resource(Volume volume) {
        return new Resource(
                ResourceType.VOLUME,
                volume.id(),
                volume.name().orElse(""),
                Mark.inMetadata(volume.metadata()),
                volume.createdAt(),
                Optional.of(volume.status()));
    }
}
