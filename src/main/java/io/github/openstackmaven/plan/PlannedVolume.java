package io.github.openstackmaven.plan;

import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.VolumeCreate;
import java.util.Optional;
import java.util.function.Function;

/** A volume with every name resolved. */
public sealed interface PlannedVolume {

    /** The create of one that is not there. */
    default Optional<New> toBeMade() {
        return Optional.empty();
    }

    /** Its id. */
    String id(Bindings bindings);

    /**
     * The same made of another image; one that is there stays what it is. An image that is a list of snapshots is no contents
     * for Cinder: it makes a volume whose server Nova refuses
     * (<a href="https://opendev.org/openstack/nova/src/branch/master/nova/objects/image_meta.py">{@code img_block_device_mapping}</a>).
     */
    default PlannedVolume of(Image image) {
        Optional<String> snapshot = image.bootSnapshot().flatMap(Image.VolumeSnapshot::id);
        return toBeMade()
                .<PlannedVolume>map(made -> new New(
                        made.name(),
                        made.size(),
                        snapshot.isPresent() ? Optional.empty() : Optional.of(image.id()),
                        snapshot,
                        made.type(),
                        made.deleteOnTermination(),
                        snapshot.isPresent() ? VolumeZone.none() : made.zone()))
                .orElse(this);
    }

    /** Whether Nova deletes it with the server. */
    boolean deleteOnTermination();

    /** What comes of it, by which of the two it is. */
    <T> T match(Function<Existing, T> existing, Function<New, T> made);

    /** One that is there. */
    record Existing(Volume volume) implements PlannedVolume {
        @Override
        public String id(Bindings bindings) {
            return volume.id();
        }

        @Override
        public boolean deleteOnTermination() {
            return false;
        }

        @Override
        public <T> T match(Function<Existing, T> existing, Function<New, T> made) {
            return existing.apply(this);
        }
    }

    /**
     * One to be made.
     *
     * @param size GiB
     * @param image the id of the image it is made of
     * @param snapshot the id of the snapshot it is made of
     * @param type the type's name; empty for the cloud's default
     * @param zone where it is
     */
    record New(
            String name,
            int size,
            Optional<String> image,
            Optional<String> snapshot,
            Optional<String> type,
            boolean deleteOnTermination,
            VolumeZone zone)
            implements PlannedVolume, MarkedCreate, Prerequisite {

        /** The same for a server in that zone. */
        public New in(Optional<String> server) {
            return new New(name, size, image, snapshot, type, deleteOnTermination, zone.of(server));
        }

        @Override
        public Optional<New> toBeMade() {
            return Optional.of(this);
        }

        @Override
        public String id(Bindings bindings) {
            return bindings.id(this);
        }

        /** What Cinder is asked for. */
        public VolumeCreate request(Marking marking) {
            return VolumeCreate.builder(name)
                    .size(Optional.of(size))
                    .volumeType(type)
                    .imageRef(image)
                    .snapshotId(snapshot)
                    .availabilityZone(zone.name())
                    .metadata(marking.metadata())
                    .build();
        }

        @Override
        public ResourceType kind() {
            return ResourceType.VOLUME;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.volume(this);
        }

        @Override
        public Costs costs() {
            return Costs.of(QuotaResource.VOLUMES, 1).and(QuotaResource.GIGABYTES, size);
        }

        @Override
        public PlannedRequest foreseen(Marking marking) {
            return PlannedRequest.volume(request(marking).post());
        }

        @Override
        public <T> T match(Function<Existing, T> existing, Function<New, T> made) {
            return made.apply(this);
        }
    }
}
