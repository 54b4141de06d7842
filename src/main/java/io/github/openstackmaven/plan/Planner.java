package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Resolves every name of the servers asked for, all look-ups side by side, each sent once and only when a server needs
 * it.
 */
public final class Planner {
    private final Cloud cloud;
    private final ImageChooser images;
    private final FlavorChooser flavors;
    private final Executor executor;

    /**
     * A planner for a cloud.
     *
     * @param executor runs the look-ups
     */
    public Planner(Cloud cloud, Executor executor) {
        this.cloud = cloud;
        this.images = new ImageChooser(cloud.images());
        this.flavors = new FlavorChooser(cloud.compute());
        this.executor = executor;
    }

    /**
     * Resolves the servers' names.
     *
     * @throws OpenStackException when a name is unknown or ambiguous, an image can't be booted or does not fit its
     *     flavor, or the servers don't fit the project's quota
     */
    public Plan plan(List<ServerSpec> specs) {
        var limits = CompletableFuture.supplyAsync(() -> cloud.compute().limits(), executor);
        Map<ImageSpec, CompletableFuture<Image>> askedImages = new HashMap<>();
        Map<FlavorSpec, CompletableFuture<Flavor>> askedFlavors = new HashMap<>();
        Map<NetworksSpec, PlannedNetworks> askedNetworks = new HashMap<>();
        for (ServerSpec spec : specs) {
            askedImages.computeIfAbsent(
                    spec.image(), image -> CompletableFuture.supplyAsync(() -> images.choose(image), executor));
            askedFlavors.computeIfAbsent(
                    spec.flavor(), flavor -> CompletableFuture.supplyAsync(() -> flavors.choose(flavor), executor));
            askedNetworks.computeIfAbsent(spec.networks(), networks -> new PlannedNetworks(cloud, executor, networks));
        }
        List<PlannedServer> servers = specs.stream()
                .map(spec -> planned(
                        spec,
                        join(askedImages.get(spec.image())),
                        join(askedFlavors.get(spec.flavor())),
                        askedNetworks.get(spec.networks())))
                .toList();
        Quota quota = Quota.of(join(limits));
        quota.check(servers);
        return new Plan(servers, quota);
    }

    private PlannedServer planned(ServerSpec spec, Image image, Flavor flavor, PlannedNetworks networks) {
        flavors.check(image, flavor, 0);
        return new PlannedServer(spec, image, flavor, networks.forNova(), networks.names());
    }

    /** The result of a look-up, its error as it was thrown. */
    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
