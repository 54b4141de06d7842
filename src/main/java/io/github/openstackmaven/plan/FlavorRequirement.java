package io.github.openstackmaven.plan;

import io.github.openstackmaven.image.Image;
import java.util.Optional;

/**
 * Requirement that a flavor must have room for.
 *
 * @param image empty where nothing is known of what boots
 * @param ownDisk whether it boots from the flavor's own disk, and not from a volume
 * @param localDisks further disks of the server
 */
record FlavorRequirement(Optional<Image> image, boolean ownDisk, LocalDisks localDisks) {
    private static final long GIBIBYTE = 1L << 30;

    static FlavorRequirement of(PlannedBoot boot, LocalDisks localDisks) {
        return new FlavorRequirement(boot.image(), boot instanceof PlannedBoot.LocalDisk, localDisks);
    }

    /**
     * The disk an image needs, in GiB: the file's own says how large it is written out, which
     * <a href="https://opendev.org/openstack/cinder/src/branch/master/cinder/image/image_utils.py">Cinder</a> checks before it
     * makes a volume, and Nova's hosts only when they build.
     */
    static int disk(Image image) {
        long bytes = Math.max(image.size().orElse(0L), image.virtualSize().orElse(0L));
        return Math.max(image.minDisk(), (int)
                Math.min(Integer.MAX_VALUE, bytes / GIBIBYTE + (bytes % GIBIBYTE > 0 ? 1 : 0)));
    }

    /** MiB. */
    int ram() {
        return image.map(Image::minRam).orElse(0);
    }

    /** GiB of the flavor's own disk. */
    int disk() {
        return ownDisk ? image.map(FlavorRequirement::disk).orElse(0) : 0;
    }

    /** What needs it. */
    String name() {
        return image.map(one -> "image '" + one.name() + "'").orElse("the boot volume");
    }

    /** {@code 4096 MiB and 20 GiB}. */
    @Override
    public String toString() {
        return ram() + " MiB" + (ownDisk ? " and " + disk() + " GiB" : "");
    }
}
