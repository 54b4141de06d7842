package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses the flavor a user wants among all there are. */
record FlavorChooser(List<Flavor> all) {
    private static final Comparator<Flavor> BY_SIZE = Comparator.comparingInt(Flavor::vcpus)
            .thenComparingInt(Flavor::ram)
            .thenComparingInt(Flavor::disk)
            .thenComparing(Flavor::name);

    /**
     * The one flavor, which the image fits into.
     *
     * @throws OpenStackException when there is none, or the image does not fit; names the flavors that are large enough
     */
    Flavor choose(FlavorSpec wanted, Image image) {
        if (wanted instanceof FlavorSpec.AtLeast least) return smallest(least, image);
        Flavor flavor = named(((FlavorSpec.Named) wanted).nameOrId());
        if (fits(image, flavor)) return flavor;
        String fitting = names(all.stream().filter(one -> fits(image, one)).toList());
        throw new OpenStackException(
                "Flavor '" + flavor.name() + "' (" + flavor.size() + ") is too small for image '" + image.name()
                        + "', which needs " + image.minRam() + " MiB and " + image.minDisk() + " GiB",
                fitting.isEmpty() ? "No flavor is large enough." : "These are large enough: " + fitting + ".");
    }

    private Flavor named(String wanted) {
        Choice choice = new Choice("flavor", wanted);
        List<Flavor> byId = all.stream().filter(one -> one.id().equals(wanted)).toList();
        List<Flavor> found = byId.isEmpty()
                ? all.stream().filter(one -> one.name().equals(wanted)).toList()
                : byId;
        if (found.isEmpty()) throw choice.unknown(all.stream().map(Flavor::name).toList());
        return choice.only(found, one -> one.id() + "  " + one.size());
    }

    private Flavor smallest(FlavorSpec.AtLeast wanted, Image image) {
        return all.stream()
                .filter(one -> one.vcpus() >= wanted.vcpus()
                        && one.ram() >= wanted.ram()
                        && one.disk() >= wanted.disk()
                        && fits(image, one))
                .min(BY_SIZE)
                .orElseThrow(() -> new OpenStackException(
                        "No flavor has " + wanted + " and room for image '" + image.name() + "' (" + image.minRam()
                                + " MiB, " + image.minDisk() + " GiB)",
                        "There are " + names(all) + "."));
    }

    // A flavor without a disk of its own takes the image's size.
    private static boolean fits(Image image, Flavor flavor) {
        return image.minRam() <= flavor.ram() && (flavor.disk() == 0 || image.minDisk() <= flavor.disk());
    }

    private static String names(List<Flavor> flavors) {
        return flavors.stream()
                .sorted(BY_SIZE)
                .map(one -> one.name() + " (" + one.size() + ")")
                .collect(Collectors.joining(", "));
    }
}
