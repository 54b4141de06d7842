package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Flavor;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Chooses the flavor a user wants among all there are. */
record FlavorChooser(FlavorListing flavors) {
    // More of them than that are none to be read.
    private static final int TOLD = 20;

    private static final Comparator<Flavor> BY_SIZE = Comparator.comparingInt(Flavor::vcpus)
            .thenComparingInt(Flavor::ram)
            .thenComparingInt(Flavor::disk)
            .thenComparing(Flavor::name);

    /**
     * The one flavor, which has room for what boots.
     *
     * @throws OpenStackException when there is none, or there is no room in it; names the flavors that are large enough
     */
    Flavor choose(FlavorSpec wanted, FlavorRequirement requirement) {
        return wanted.match(named -> named(named.nameOrId(), requirement), least -> smallest(least, requirement));
    }

    private Flavor named(String wanted, FlavorRequirement requirement) {
        Flavor flavor = named(wanted);
        if (!requirement.localDisks().fit(flavor)) throw without(flavor, requirement);
        if (fits(requirement, flavor)) return flavor;
        String fitting = names(
                flavors.all().stream().filter(one -> fits(requirement, one)).toList());
        throw new OpenStackException(
                "Flavor '" + flavor.name() + "' (" + flavor.size() + ") is too small for " + requirement.name()
                        + ", which needs " + requirement,
                fitting.isEmpty() ? "No flavor is large enough." : "These are large enough: " + fitting + ".");
    }

    private OpenStackException without(Flavor flavor, FlavorRequirement requirement) {
        String fitting = names(
                flavors.all().stream().filter(one -> fits(requirement, one)).toList());
        return new OpenStackException(
                "Flavor '" + flavor.name() + "' (" + flavor.size() + ") has less than is asked for: "
                        + requirement.localDisks(),
                fitting.isEmpty()
                        ? "No flavor has as much: ask for less in <swap> and <ephemeral>."
                        : "These have as much: " + fitting + ".");
    }

    private Flavor named(String wanted) {
        NamedResource choice = new NamedResource("flavor", wanted);
        List<Flavor> found = flavors.of(wanted);
        if (found.isEmpty()) {
            throw choice.unknown(() -> flavors.all().stream().map(Flavor::name).toList());
        }
        return choice.only(found, one -> one.id() + "  " + one.size());
    }

    // Most clouds let a flavor without a disk boot from volumes alone, so such a one isn't taken unasked; nor is one
    // that costs a
    // GPU, as long as another will do.
    private Flavor smallest(FlavorSpec.AtLeast wanted, FlavorRequirement requirement) {
        Predicate<Flavor> hasDisk = one -> one.disk() > 0 || !requirement.ownDisk();
        Predicate<Flavor> large = hasDisk.and(one -> one.vcpus() >= wanted.vcpus()
                && one.ram() >= wanted.ram()
                && one.disk() >= wanted.disk()
                && fits(requirement, one));
        return flavors.smallest(large.and(Predicate.not(Flavor::isSpecial)), BY_SIZE)
                .or(() -> flavors.smallest(large, BY_SIZE))
                .orElseThrow(() -> new OpenStackException(
                        "No flavor has " + wanted + told(requirement.localDisks()) + " and room for "
                                + requirement.name() + " (" + requirement + ")",
                        "There are " + names(flavors.all()) + "."));
    }

    private static String told(LocalDisks disks) {
        return disks.toString().isEmpty() ? "" : ", " + disks;
    }

    // A flavor without a disk of its own takes the image's size.
    private static boolean fits(FlavorRequirement requirement, Flavor flavor) {
        return requirement.ram() <= flavor.ram()
                && (flavor.disk() == 0 || requirement.disk() <= flavor.disk())
                && requirement.localDisks().fit(flavor);
    }

    private static String names(List<Flavor> flavors) {
        String told = flavors.stream()
                .sorted(BY_SIZE)
                .limit(TOLD)
                .map(one -> one.name() + " (" + one.size() + ")")
                .collect(Collectors.joining(", "));
        return flavors.size() > TOLD ? told + " and " + (flavors.size() - TOLD) + " more" : told;
    }
}
