package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.BlockDevice;
import io.github.openstackmaven.compute.Flavor;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Further disks of a server on its host: as much as is asked for, of what its flavor has.
 *
 * @param swap MiB
 * @param ephemeral GiB
 */
public record LocalDisks(Optional<Integer> swap, Optional<Integer> ephemeral) {

    /** None. */
    public static LocalDisks none() {
        return new LocalDisks(Optional.empty(), Optional.empty());
    }

    /** What Nova is asked for. */
    Stream<BlockDevice> devices() {
        return Stream.concat(swap.map(BlockDevice::swap).stream(), ephemeral.map(BlockDevice::ephemeral).stream());
    }

    /** Whether a flavor has as much, as far as the cloud tells. */
    boolean fit(Flavor flavor) {
        return isWithin(swap, flavor.swapSpace()) && isWithin(ephemeral, flavor.ephemeral());
    }

    private static boolean isWithin(Optional<Integer> asked, Optional<Integer> most) {
        return asked.orElse(0) <= most.orElse(Integer.MAX_VALUE);
    }

    /** {@code swap 512 MiB, ephemeral 10 GiB}; empty for none. */
    @Override
    public String toString() {
        return Stream.concat(
                        swap.map(size -> "swap " + size + " MiB").stream(),
                        ephemeral.map(size -> "ephemeral " + size + " GiB").stream())
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
    }
}
