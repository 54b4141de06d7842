package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Keypair;
import io.github.openstackmaven.image.Image;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Resolves every name of the servers asked for, all look-ups side by side, each sent only when a server needs
 * it, and once for all that need the same.
 */
public final class Planner {
    private final Cloud cloud;
    private final ImageChooser images;
    private final Executor executor;

    /**
     * A planner for a cloud.
     *
     * @param executor runs the look-ups
     */
    public Planner(Cloud cloud, Executor executor) {
        this.cloud = cloud;
        this.images = new ImageChooser(cloud.images());
        this.executor = executor;
    }

    /**
     * Resolves the servers' names.
     *
     * @throws OpenStackException when a name is unknown or ambiguous, an image can't be booted or does not fit its
     *     flavor, or the servers don't fit the project's quota
     */
    public Plan plan(List<ServerSpec> specs) {
        checkReferences(specs);
        var limits = ask(cloud.compute()::limits);
        Map<ImageSpec, CompletableFuture<Image>> askedImages = new HashMap<>();
        var flavors = ask(cloud.compute()::flavors);
        Map<NetworksSpec, PlannedNetworks> askedNetworks = new HashMap<>();
        Map<String, CompletableFuture<String>> askedGroups = new HashMap<>();
        Map<String, CompletableFuture<Keypair>> askedKeys = new HashMap<>();
        for (ServerSpec spec : specs) {
            askedImages.computeIfAbsent(spec.image(), image -> ask(() -> images.choose(image)));
            askedNetworks.computeIfAbsent(spec.networks(), networks -> new PlannedNetworks(cloud, executor, networks));
            spec.securityGroups()
                    .forEach(name -> askedGroups.computeIfAbsent(
                            name, group -> ask(() -> new SecurityGroupChooser(cloud).choose(group))));
            spec.keyPair()
                    .ifPresent(name -> askedKeys.computeIfAbsent(
                            name, key -> ask(() -> new KeyPairChooser(cloud.keypairs()).choose(key))));
        }
        List<PlannedServer> servers = specs.stream()
                .map(spec -> planned(
                        spec,
                        join(askedImages.get(spec.image())),
                        new FlavorChooser(join(flavors)),
                        askedNetworks.get(spec.networks()),
                        spec.securityGroups().stream()
                                .map(name -> join(askedGroups.get(name)))
                                .toList()))
                .toList();
        askedKeys.values().forEach(Planner::join);
        Quota quota = Quota.of(join(limits));
        quota.check(servers);
        return new Plan(servers, quota);
    }

    private PlannedServer planned(
            ServerSpec spec, Image image, FlavorChooser flavors, PlannedNetworks networks, List<String> groups) {
        Flavor flavor = flavors.choose(spec.flavor(), image);
        spec.options().userData().ifPresent(UserData::encoded);
        return new PlannedServer(spec, image, flavor, networks.forNova(), networks.names(), groups);
    }

    private <T> CompletableFuture<T> ask(Supplier<T> lookUp) {
        return CompletableFuture.supplyAsync(lookUp, executor);
    }

    // A reference to a later server, or to itself, would wait for ever.
    private static void checkReferences(List<ServerSpec> specs) {
        Set<String> earlier = new LinkedHashSet<>();
        for (ServerSpec spec : specs) {
            Set<String> wanted =
                    spec.options().userData().map(References::names).orElse(Set.of());
            wanted.stream().filter(name -> !earlier.contains(name)).findFirst().ifPresent(name -> {
                throw new OpenStackException(
                        "The user data of server '" + spec.name() + "' refers to '" + name
                                + "', which is no server before it",
                        earlier.isEmpty()
                                ? "It is the first: put the other before it."
                                : "Before it there are " + String.join(", ", earlier) + ".");
            });
            earlier.add(spec.name());
        }
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
