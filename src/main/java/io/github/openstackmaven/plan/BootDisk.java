package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import java.util.Comparator;

/**
 * The disk that a server boots from.
 *
 * @param volume whether it is one, and not the flavor's own
 * @param size GiB; {@link #AS_DEMANDED} where the flavor leaves it to the image
 */
public record BootDisk(boolean volume, int size) {
    /** As large as the image demands. */
    static final int AS_DEMANDED = Integer.MAX_VALUE;

    /** First those that take the fewest images. */
    static final Comparator<BootDisk> NARROWEST_FIRST =
            Comparator.comparing(BootDisk::volume).thenComparing(BootDisk::size);

    /** The disk of a server of that flavor. */
    static BootDisk of(PlannedBoot boot, Flavor flavor) {
        return boot.onVolume()
                .flatMap(PlannedVolume::toBeMade)
                .map(made -> new BootDisk(true, made.size()))
                .orElseGet(() -> ofFlavor(flavor));
    }

    /** The flavor's own. */
    static BootDisk ofFlavor(Flavor flavor) {
        return new BootDisk(false, flavor.disk() == 0 ? AS_DEMANDED : flavor.disk());
    }

    /** Whether a server can boot so from an image; what one made of a volume demands is that volume's size. */
    boolean takes(Image image) {
        return image.bootSnapshot()
                .map(snapshot -> volume && snapshot.size().orElse(0) <= size)
                .orElseGet(() -> FlavorRequirement.disk(image) <= size);
    }

    /** Whether it takes what becomes an image of such a disk: Nova has the image demand as much, whatever is on it. */
    boolean takesImageOf(BootDisk other) {
        return (volume || !other.volume) && (other.size <= size || other.size == AS_DEMANDED);
    }
}
