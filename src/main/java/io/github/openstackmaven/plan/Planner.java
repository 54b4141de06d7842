package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Resolves every name of a {@link ServerSpec}, all look-ups side by side, each sent only when the spec needs it. */
public final class Planner {
    private final ImageChooser images;
    private final FlavorChooser flavors;
    private final Cloud cloud;
    private final Executor executor;

    /**
     * A planner for a cloud.
     *
     * @param executor runs the look-ups
     */
    public Planner(Cloud cloud, Executor executor) {
        this.images = new ImageChooser(cloud.images());
        this.flavors = new FlavorChooser(cloud.compute());
        this.cloud = cloud;
        this.executor = executor;
    }

    /**
     * Resolves one server's names.
     *
     * @throws OpenStackException when a name is unknown or ambiguous, the image can't be booted, or does not fit
     */
    public Plan plan(ServerSpec spec) {
        var image = CompletableFuture.supplyAsync(() -> images.choose(spec.image()), executor);
        var flavor = CompletableFuture.supplyAsync(() -> flavors.choose(spec.flavor()), executor);
        PlannedNetworks attached = new PlannedNetworks(cloud, executor, spec.networks());
        Image chosenImage = join(image);
        Flavor chosenFlavor = join(flavor);
        flavors.check(chosenImage, chosenFlavor, 0);
        return new Plan(spec, chosenImage, chosenFlavor, attached.forNova(), attached.names());
    }

    /** The result of a look-up, its error as it was thrown. */
    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof OpenStackException cause) throw cause;
            throw e;
        }
    }
}
