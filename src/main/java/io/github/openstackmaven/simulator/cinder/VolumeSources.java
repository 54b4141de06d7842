package io.github.openstackmaven.simulator.cinder;

import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.state.Snapshot;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.state.VolumeType;
import io.github.openstackmaven.simulator.web.Rejection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a volume is to be made of, and whether that can be. */
record VolumeSources(Optional<Snapshot> snapshot, Optional<Volume> volume, Optional<Image> image) {

    Volume.Origin origin() {
        return new Volume.Origin(
                snapshot.map(Snapshot::id),
                volume.map(Volume::id),
                image.or(() -> snapshot.flatMap(Snapshot::image))
                        .or(() -> volume.flatMap(source -> source.origin().image())));
    }

    /** The type it takes over when none is asked for. */
    Optional<VolumeType> type() {
        return snapshot.map(Snapshot::type).or(() -> volume.map(Volume::type));
    }

    /** Refuses several sources, and a type that isn't the source's. */
    void check(Optional<VolumeType> wanted) {
        long given =
                Stream.of(snapshot, volume, image).filter(Optional::isPresent).count();
        if (given > 1) throw invalid("May specify only one of backup, imageRef, snapshot, source volume");
        Optional<VolumeType> other =
                wanted.filter(type -> type().filter(own -> !own.equals(type)).isPresent());
        other.ifPresent(type -> {
            String advice = snapshot.isPresent()
                    ? "recommend omitting the type argument"
                    : "either match source volume, or omit type argument";
            throw invalid("Invalid volume_type provided: " + type.id() + " (requested type is not compatible; " + advice
                    + ").");
        });
    }

    /** Refuses a source that is being made or unmade itself. */
    void checkReady(Instant now) {
        boolean there = snapshot.filter(source -> !source.status(now).equals("available"))
                .isEmpty();
        if (!there) {
            throw Rejection.badRequest(
                    "Invalid snapshot: Originating snapshot status must be one of 'available' values");
        }
        boolean whole = volume.filter(source -> !Set.of("available", "in-use").contains(source.status(now)))
                .isEmpty();
        if (!whole) {
            throw Rejection.badRequest(
                    "Invalid volume: Originating source volume status must be one of 'available, in-use' values");
        }
    }

    /** Refuses what has no room for its source. */
    void check(int size) {
        snapshot.filter(source -> size < source.size()).ifPresent(source -> {
            throw invalid("Volume size '" + size + "'GB cannot be smaller than the snapshot size " + source.size()
                    + "GB. They must be >= original snapshot size.");
        });
        volume.filter(source -> size < source.size()).ifPresent(source -> {
            throw invalid("Volume size '" + size + "'GB cannot be smaller than original volume size  " + source.size()
                    + "GB. They must be >= original volume size.");
        });
        image.ifPresent(source -> {
            if (!source.isActive()) throw invalid("Image " + source.id() + " is not active.");
            if (size < source.minDisk()) {
                throw invalid("Volume size " + size + "GB cannot be smaller than the image minDisk size "
                        + source.minDisk() + "GB.");
            }
        });
    }

    private static Rejection invalid(String message) {
        return Rejection.badRequest("Invalid input received: " + message);
    }
}
