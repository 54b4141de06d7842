package io.github.openstackmaven.plan;

import java.util.function.Function;

/** What a server boots from. */
public sealed interface BootSpec {

    /** What comes of it, by which of the two it is. */
    <T> T match(Function<LocalDisk, T> localDisk, Function<OnVolume, T> onVolume);

    /** An image, on the flavor's own disk. */
    record LocalDisk(ImageSpec image) implements BootSpec {
        @Override
        public <T> T match(Function<LocalDisk, T> localDisk, Function<OnVolume, T> onVolume) {
            return localDisk.apply(this);
        }
    }

    /** A volume: one there already, or made of an image or a snapshot. */
    record OnVolume(VolumeSpec volume) implements BootSpec {
        @Override
        public <T> T match(Function<LocalDisk, T> localDisk, Function<OnVolume, T> onVolume) {
            return onVolume.apply(this);
        }
    }
}
