package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.PreparedMark;
import java.util.Comparator;
import java.util.Optional;

/**
 * The disk that a server boots from.
 *
 * @param volume whether it is one, and not the flavor's own
 * @param size GiB; {@link #AS_DEMANDED} where the flavor leaves it to the image
 * @param type of the volume, where one is wanted
 */
public record BootDisk(boolean volume, int size, Optional<String> type) {
    /** As large as the image demands. */
    static final int AS_DEMANDED = Integer.MAX_VALUE;

    /** First those that take the fewest images. */
    static final Comparator<BootDisk> NARROWEST_FIRST =
            Comparator.comparing(BootDisk::volume).thenComparing(BootDisk::size);

    /** The disk of a server of that flavor. */
    static BootDisk of(PlannedBoot boot, Flavor flavor) {
        return boot.onVolume()
                .flatMap(PlannedVolume::toBeMade)
                .map(made -> new BootDisk(true, made.size(), made.type()))
                .orElseGet(() -> ofFlavor(flavor));
    }

    /** The flavor's own. */
    static BootDisk ofFlavor(Flavor flavor) {
        return new BootDisk(false, flavor.disk() == 0 ? AS_DEMANDED : flavor.disk(), Optional.empty());
    }

    /**
     * Whether a server can boot so from an image; what one made of a volume demands is that volume's size and type, for Cinder
     * makes no volume of a snapshot that is of another type's.
     */
    boolean takes(Image image) {
        return image.bootSnapshot()
                .map(snapshot -> volume
                        && snapshot.size().orElse(0) <= size
                        && image.property(PreparedMark.VOLUME_TYPE).equals(type))
                .orElseGet(() -> FlavorRequirement.disk(image) <= size);
    }

    /** Whether it takes what becomes an image of such a disk: Nova has the image demand as much, whatever is on it. */
    boolean takesImageOf(BootDisk other) {
        boolean room = other.size <= size || other.size == AS_DEMANDED;
        return room && (!other.volume || (volume && other.type.equals(type)));
    }
}
