package io.github.openstackmaven.plan;

/** What a server boots from. */
public sealed interface BootSpec {

    /** An image, on the flavor's own disk. */
    record LocalDisk(ImageSpec image) implements BootSpec {}

    /** A volume: one there already, or made of an image or a snapshot. */
    record OnVolume(VolumeSpec volume) implements BootSpec {}
}
