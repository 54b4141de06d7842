package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the flavor a user wants. */
record FlavorChooser(ComputeClient compute) {
    private static final Comparator<Flavor> BY_SIZE = Comparator.comparingInt(Flavor::vcpus)
            .thenComparingInt(Flavor::ram)
            .thenComparingInt(Flavor::disk)
            .thenComparing(Flavor::name);

    /**
     * The one flavor.
     *
     * @throws OpenStackException when there is none
     */
    Flavor choose(FlavorSpec wanted) {
        List<Flavor> all = compute.flavors();
        return wanted instanceof FlavorSpec.Named named
                ? named(all, named.nameOrId())
                : smallest(all, (FlavorSpec.AtLeast) wanted);
    }

    /**
     * That the image fits into the flavor.
     *
     * @param bootDisk GiB of a boot volume, which takes the flavor's disk's place; 0 without one
     * @throws OpenStackException when it does not; names what it needs and the flavors that have it
     */
    void check(Image image, Flavor flavor, int bootDisk) {
        int disk = bootDisk > 0 ? bootDisk : flavor.disk();
        boolean unlimited = disk == 0; // a flavor without a disk of its own takes the image's size
        if (image.minRam() <= flavor.ram() && (unlimited || image.minDisk() <= disk)) return;
        String fitting = compute.flavors().stream()
                .filter(one -> one.ram() >= image.minRam() && (bootDisk > 0 || one.disk() >= image.minDisk()))
                .sorted(BY_SIZE)
                .map(Flavor::name)
                .collect(Collectors.joining(", "));
        throw new OpenStackException(
                "Flavor '" + flavor.name() + "' (" + flavor.size() + ") is too small for image '" + image.name()
                        + "', which needs " + image.minRam() + " MiB and " + image.minDisk() + " GiB",
                fitting.isEmpty() ? "No flavor is large enough." : "These are large enough: " + fitting + ".");
    }

    private static Flavor named(List<Flavor> all, String wanted) {
        Choice choice = new Choice("flavor", wanted);
        List<Flavor> byId = all.stream().filter(one -> one.id().equals(wanted)).toList();
        List<Flavor> found = byId.isEmpty()
                ? all.stream().filter(one -> one.name().equals(wanted)).toList()
                : byId;
        if (found.isEmpty()) throw choice.unknown(all.stream().map(Flavor::name).toList());
        return choice.only(found, one -> one.id() + "  " + one.size());
    }

    private static Flavor smallest(List<Flavor> all, FlavorSpec.AtLeast wanted) {
        return all.stream()
                .filter(one ->
                        one.vcpus() >= wanted.vcpus() && one.ram() >= wanted.ram() && one.disk() >= wanted.disk())
                .min(BY_SIZE)
                .orElseThrow(() -> new OpenStackException(
                        "No flavor has " + wanted,
                        "There are "
                                + all.stream()
                                        .sorted(BY_SIZE)
                                        .map(one -> one.name() + " (" + one.size() + ")")
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
