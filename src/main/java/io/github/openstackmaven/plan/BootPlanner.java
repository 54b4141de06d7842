package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Resolves what servers boot from, the flavor that has room for it, and what it is to be prepared by. */
final class BootPlanner {
    private final StoragePlanner storage;
    private final FlavorPlanner flavors;
    private final FlavorPlanner preparing;

    BootPlanner(Cloud cloud, Executor executor, StoragePlanner storage, List<ServerSpec> specs) {
        this.storage = storage;
        this.flavors = new FlavorPlanner(
                cloud, executor, specs.stream().map(ServerSpec::flavor).toList());
        this.preparing = new FlavorPlanner(
                cloud,
                executor,
                specs.stream()
                        .flatMap(spec -> spec.prepare().stream())
                        .flatMap(prepare -> prepare.flavor().stream())
                        .toList());
    }

    /**
     * A server as it boots.
     *
     * @param boot of the prepared image, or what stands for it, where it is prepared
     */
    record Booted(PlannedBoot boot, Flavor flavor, Optional<PlannedPreparation> preparation) {}

    void ask(ServerSpec spec) {
        storage.askForBoot(spec);
        flavors.ask();
    }

    /** The flavor of that id, if it is still there. */
    Optional<Flavor> flavor(String id) {
        return flavors.byId(id);
    }

    /**
     * How a server that was asked for boots.
     *
     * @throws OpenStackException when a name is unknown or ambiguous, it can't be booted from, or there is no room for it
     */
    Booted planned(ServerSpec spec) {
        PlannedBoot base = storage.boot(spec);
        Flavor flavor = flavors.planned(
                spec.flavor(), FlavorRequirement.of(base, spec.options().localDisks()));
        Optional<PlannedPreparation> preparation =
                spec.prepare().map(wanted -> preparation(spec, wanted, base, flavor));
        return new Booted(preparation.map(one -> base.of(one.boots())).orElse(base), flavor, preparation);
    }

    private PlannedPreparation preparation(ServerSpec spec, PrepareSpec wanted, PlannedBoot base, Flavor flavor) {
        Image image = base.image().orElseThrow(() -> Preparation.needsImage(spec));
        PlannedPreparation planned = storage.preparation(spec, wanted, image, BootDisk.of(base, flavor));
        if (planned.image().isEmpty()) wanted.flavor().ifPresent(own -> checkDisk(planned, own, base, flavor));
        return planned;
    }

    // Looked up only for what is to be made, which takes minutes anyway.
    private void checkDisk(PlannedPreparation planned, FlavorSpec wanted, PlannedBoot base, Flavor flavor) {
        preparing.ask();
        Flavor own = preparing.planned(wanted, FlavorRequirement.of(base, LocalDisks.none()));
        if (planned.disk().volume() || planned.disk().takesImageOf(BootDisk.ofFlavor(own))) return;
        throw new OpenStackException(
                "<prepare> of server '" + planned.preparation().server().name() + "' has flavor '" + own.name() + "' ("
                        + own.size()
                        + "), whose disk is larger than that of the server's own, '" + flavor.name() + "' ("
                        + flavor.size() + ")",
                "An image demands as large a disk as it was prepared on: name a flavor in <prepare> with a disk of at most "
                        + flavor.disk() + " GiB, or a larger one for the server.");
    }
}
