package io.github.openstackmaven.plan;

import io.github.openstackmaven.image.Image;
import java.util.Optional;

/** What a server boots from, with every name resolved. */
public sealed interface PlannedBoot {

    /** The image; empty for a volume that is there already or made of a snapshot. */
    Optional<Image> image();

    /** The same of another image. */
    PlannedBoot of(Image other);

    /** The volume that it is. */
    default Optional<PlannedVolume> onVolume() {
        return Optional.empty();
    }

    /** An image, on the flavor's own disk. */
    record LocalDisk(Image from) implements PlannedBoot {
        @Override
        public Optional<Image> image() {
            return Optional.of(from);
        }

        @Override
        public PlannedBoot of(Image other) {
            return new LocalDisk(other);
        }
    }

    /** A volume. */
    record OnVolume(PlannedVolume volume, Optional<Image> image) implements PlannedBoot {
        @Override
        public PlannedBoot of(Image other) {
            return new OnVolume(volume.of(other), Optional.of(other));
        }

        @Override
        public Optional<PlannedVolume> onVolume() {
            return Optional.of(volume);
        }
    }
}
