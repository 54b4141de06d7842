package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.http.HttpStatusException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.ToIntFunction;

/** Resolves flavors: the only one of a plan by its id where that was given, else all of a plan from one list. */
final class FlavorPlanner {
    private final Cloud cloud;
    private final LookUp<FlavorListing> listing;
    private final Map<String, Optional<Flavor>> others = new HashMap<>();

    FlavorPlanner(Cloud cloud, Executor executor, List<FlavorSpec> wanted) {
        this.cloud = cloud;
        this.listing = new LookUp<>(
                executor,
                () -> listing(cloud.compute(), wanted.stream().distinct().toList()));
    }

    void ask() {
        listing.ask();
    }

    /**
     * The one flavor, which has room for what boots.
     *
     * @throws OpenStackException when there is none, or there is no room in it
     */
    Flavor planned(FlavorSpec wanted, FlavorRequirement requirement) {
        return new FlavorChooser(listing.answer().orElseThrow()).choose(wanted, requirement);
    }

    /** The flavor of that id, if it is still there. */
    Optional<Flavor> byId(String id) {
        return listing.answer()
                .flatMap(listed -> listed.known(id))
                .or(() -> others.computeIfAbsent(id, other -> cloud.compute().flavor(other)));
    }

    private static FlavorListing listing(ComputeClient nova, List<FlavorSpec> wanted) {
        return only(wanted)
                .flatMap(nova::flavor)
                .map(flavor -> new FlavorListing(List.of(List.of(flavor)).iterator(), nova::flavors))
                .orElseGet(() -> all(nova, wanted));
    }

    // Only who chooses by size has to know what else a flavor asks for; a Nova of before 2018 does not show it there.
    private static FlavorListing all(ComputeClient nova, List<FlavorSpec> wanted) {
        int ram = least(wanted, FlavorSpec.AtLeast::ram);
        int disk = least(wanted, FlavorSpec.AtLeast::disk);
        if (wanted.stream().anyMatch(FlavorSpec.AtLeast.class::isInstance)) {
            try {
                return new FlavorListing(nova.flavorsWithExtraSpecs(ram, disk), nova::flavors).begun();
            } catch (HttpStatusException e) {
                if (!e.isOfMicroversion()) throw e;
            }
        }
        return new FlavorListing(nova.flavors(ram, disk), nova::flavors).begun();
    }

    private static Optional<String> only(List<FlavorSpec> wanted) {
        return wanted.size() == 1 && wanted.get(0) instanceof FlavorSpec.Named named
                ? Optional.of(named.nameOrId()).filter(NamedResource::isId)
                : Optional.empty();
    }

    // What all of them have at least; of one that is named nothing is known.
    private static int least(List<FlavorSpec> wanted, ToIntFunction<FlavorSpec.AtLeast> amount) {
        return wanted.stream()
                .mapToInt(spec -> spec.match(named -> 0, amount::applyAsInt))
                .min()
                .orElse(0);
    }
}
