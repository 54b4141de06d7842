package io.github.openstackmaven.init;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.image.ImageUsers;
import io.github.openstackmaven.network.Network;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a cloud has for a project's servers.
 *
 * @param projectId whose networks are its own
 */
public record Offer(List<Image> images, List<Flavor> flavors, List<Network> networks, Optional<String> projectId) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final Comparator<Flavor> BY_SIZE = Comparator.comparingInt(Flavor::vcpus)
            .thenComparingInt(Flavor::ram)
            .thenComparingInt(Flavor::disk)
            .thenComparing(Flavor::name);

    public Offer {
        images = List.copyOf(images);
        flavors = List.copyOf(flavors);
        networks = List.copyOf(networks);
    }

    /** Asks the cloud. */
    public static Offer of(Cloud cloud) {
        return new Offer(
                cloud.images().all(), cloud.compute().flavors(), cloud.network().all(), cloud.projectId());
    }

    /** The images that can be booted, by name; where several have one name, the newest first. */
    public List<Offered> bootable() {
        List<Image> bootable = images.stream()
                .filter(image -> image.bootable() && image.whole())
                .sorted(Comparator.comparing(Image::name).thenComparing(Offer::created, Comparator.reverseOrder()))
                .toList();
        return new Kind<>(bootable, Image::id, Image::name, Offer::since, Offered.By.NEWEST_OF_NAME).offered();
    }

    /** Who logs in to servers of an image, where it does not say so itself and one is usual. */
    public Optional<String> unsaidUser(Offered image) {
        return images.stream()
                .filter(one -> one.id().equals(image.id()) && one.adminUser().isEmpty())
                .findFirst()
                .flatMap(one -> ImageUsers.of(one).usual());
    }

    /** The flavors that have room for an image, the smallest first; all, where none has. */
    public List<Offered> sizesFor(Offered image) {
        Optional<Image> booted =
                images.stream().filter(one -> one.id().equals(image.id())).findFirst();
        List<Flavor> fitting = flavors.stream()
                .filter(flavor -> booted.map(one -> fits(one, flavor)).orElse(true))
                .toList();
        return sizes(fitting.isEmpty() ? flavors : fitting);
    }

    /** All flavors, the smallest first. */
    public List<Offered> sizes() {
        return sizes(flavors);
    }

    /** The networks that servers of the project are on, its own first. */
    public List<Offered> usableNetworks() {
        return networked(networks.stream().filter(network -> network.shared() || isOwn(network)));
    }

    /** All networks that the project sees. */
    public List<Offered> allNetworks() {
        return networked(networks.stream());
    }

    private static List<Offered> sizes(List<Flavor> some) {
        List<Flavor> sorted = some.stream().sorted(BY_SIZE).toList();
        return new Kind<>(sorted, Flavor::id, Flavor::name, Flavor::size, Offered.By.ID).offered();
    }

    private List<Offered> networked(Stream<Network> some) {
        List<Network> sorted = some.sorted(Comparator.comparing((Network network) -> !isOwn(network))
                        .thenComparing(Network::name))
                .toList();
        return new Kind<>(sorted, Network::id, Network::name, this::owner, Offered.By.ID).offered();
    }

    private String owner(Network network) {
        if (isOwn(network)) return "the project's own";
        return network.external() ? "external" : "shared";
    }

    private boolean isOwn(Network network) {
        return projectId.map(network.projectId()::equals).orElse(false);
    }

    // A flavor without a disk takes the image's size.
    private static boolean fits(Image image, Flavor flavor) {
        return image.minRam() <= flavor.ram() && (flavor.disk() == 0 || image.minDisk() <= flavor.disk());
    }

    private static Instant created(Image image) {
        return image.createdAt().orElse(Instant.EPOCH);
    }

    private static String since(Image image) {
        return image.createdAt().map(at -> "of " + MINUTE.format(at)).orElse("");
    }

    /** Things of a kind in their order; {@code shared} is how the first of a name is called that others have, too. */
    private record Kind<T>(
            List<T> things,
            Function<T, String> id,
            Function<T, String> name,
            Function<T, String> about,
            Offered.By shared) {
        List<Offered> offered() {
            Map<String, List<T>> named = things.stream().collect(Collectors.groupingBy(name));
            return things.stream()
                    .map(one -> new Offered(id.apply(one), name.apply(one), about.apply(one), by(one, named)))
                    .toList();
        }

        private Offered.By by(T one, Map<String, List<T>> named) {
            List<T> alike = named.getOrDefault(name.apply(one), List.of());
            if (alike.size() == 1) return Offered.By.NAME;
            return alike.indexOf(one) == 0 ? shared : Offered.By.ID;
        }
    }
}
