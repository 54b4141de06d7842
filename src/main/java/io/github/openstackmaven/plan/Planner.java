package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.image.ImageClient;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.NetworkClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Resolves every name of a {@link ServerSpec}, all look-ups side by side, each sent only when the spec needs it. */
public final class Planner {
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-?\\p{XDigit}{4}){3}-?\\p{XDigit}{12}");

    private final ImageClient images;
    private final ComputeClient compute;
    private final Supplier<NetworkClient> networks;
    private final Executor executor;

    /**
     * A planner over a cloud's clients.
     *
     * @param networks asked for only when the spec names a network: a cloud may have no network service
     * @param executor runs the look-ups
     */
    public Planner(ImageClient images, ComputeClient compute, Supplier<NetworkClient> networks, Executor executor) {
        this.images = images;
        this.compute = compute;
        this.networks = networks;
        this.executor = executor;
    }

    /**
     * Resolves one server's names.
     *
     * @throws OpenStackException when a name is unknown or ambiguous, or the image can't be booted */
    public Plan plan(ServerSpec spec) {
        var image = CompletableFuture.supplyAsync(() -> image(spec.image()), executor);
        var flavor = CompletableFuture.supplyAsync(() -> flavor(spec.flavor()), executor);
        var chosen = spec.networks().stream()
                .map(name -> CompletableFuture.supplyAsync(() -> network(name), executor))
                .toList();
        return new Plan(
                spec,
                join(image),
                join(flavor),
                chosen.stream().map(Planner::join).toList());
    }

    private Image image(String wanted) {
        Choice choice = new Choice("image", wanted);
        List<Image> found = UUID.matcher(wanted).matches()
                ? images.byId(wanted).map(List::of).orElseGet(() -> images.byName(wanted))
                : images.byName(wanted);
        if (found.isEmpty())
            throw choice.unknown(images.some().stream().map(Image::name).toList());
        Image image = choice.only(found, one -> one.id() + "  created " + one.createdAt() + "  " + one.status());
        if (!"active".equals(image.status())) {
            throw new OpenStackException(
                    "Image '" + image.name() + "' is " + image.status() + ", not active",
                    "Choose another image, or ask who owns " + image.id() + " to activate it.");
        }
        return image;
    }

    private Flavor flavor(String wanted) {
        Choice choice = new Choice("flavor", wanted);
        List<Flavor> all = compute.flavors();
        List<Flavor> found = all.stream().filter(one -> one.id().equals(wanted)).toList();
        if (found.isEmpty())
            found = all.stream().filter(one -> one.name().equals(wanted)).toList();
        if (found.isEmpty()) throw choice.unknown(all.stream().map(Flavor::name).toList());
        return choice.only(found, one -> one.id() + "  " + one.vcpus() + " vCPUs, " + one.ram() + " MiB");
    }

    private Network network(String wanted) {
        Choice choice = new Choice("network", wanted);
        NetworkClient client = networks.get();
        List<Network> found = UUID.matcher(wanted).matches() ? client.byId(wanted) : List.of();
        if (found.isEmpty()) found = client.byName(wanted);
        if (found.isEmpty())
            throw choice.unknown(client.all().stream().map(Network::name).toList());
        return choice.only(found, one -> one.id() + "  " + one.name());
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof OpenStackException cause) throw cause;
            throw e;
        }
    }
}
