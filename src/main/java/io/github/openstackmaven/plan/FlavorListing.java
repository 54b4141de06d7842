package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.Flavor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The flavors of a cloud, those with the fewest vCPUs first, read only as far as is needed: there may be thousands. */
final class FlavorListing {
    private final Iterator<List<Flavor>> pages;
    private final Supplier<List<Flavor>> all;
    private final List<Flavor> read = new ArrayList<>();

    /**
     * One of which nothing is read yet.
     *
     * @param pages what may be chosen of
     * @param all what there is besides, for messages
     */
    FlavorListing(Iterator<List<Flavor>> pages, Supplier<List<Flavor>> all) {
        this.pages = pages;
        this.all = all;
    }

    /** Those, which are all. */
    static FlavorListing of(List<Flavor> all) {
        return new FlavorListing(List.of(all).iterator(), () -> all);
    }

    /** The same, whose first page is there. */
    FlavorListing begun() {
        if (pages.hasNext()) read.addAll(pages.next());
        return this;
    }

    /** The one of that id, if it was read. */
    Optional<Flavor> known(String id) {
        return read.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** All there are. */
    List<Flavor> all() {
        return all.get();
    }

    /** The one of that id, else of that name, which Nova has once; none where it is not there. */
    List<Flavor> of(String nameOrId) {
        Predicate<Flavor> hasId = one -> one.id().equals(nameOrId);
        Predicate<Flavor> hasName = one -> one.name().equals(nameOrId);
        List<Flavor> known = until(some -> some.stream().anyMatch(hasId.or(hasName)));
        List<Flavor> byId = known.stream().filter(hasId).toList();
        return byId.isEmpty() ? known.stream().filter(hasName).toList() : byId;
    }

    /** The smallest of those that will do. */
    Optional<Flavor> smallest(Predicate<Flavor> wanted, Comparator<Flavor> size) {
        return smallest(until(some -> isDecided(some, wanted, size)), wanted, size);
    }

    private List<Flavor> until(Predicate<List<Flavor>> enough) {
        while (!enough.test(read) && pages.hasNext()) read.addAll(pages.next());
        return List.copyOf(read);
    }

    // Who comes later has more vCPUs.
    private static boolean isDecided(List<Flavor> some, Predicate<Flavor> wanted, Comparator<Flavor> size) {
        return smallest(some, wanted, size)
                .filter(best -> some.get(some.size() - 1).vcpus() > best.vcpus())
                .isPresent();
    }

    private static Optional<Flavor> smallest(List<Flavor> some, Predicate<Flavor> wanted, Comparator<Flavor> size) {
        return some.stream().filter(wanted).min(size);
    }
}
