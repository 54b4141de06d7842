package io.github.openstackmaven.init;

import io.github.openstackmaven.image.ImageUsers;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out which server is wanted: what was said is looked up, what was not is asked for. */
public record Interview(Wanted wanted, Answers answers) {
    private static final Set<String> WORDS = Set.of("auto", "none");

    /**
     * What was found out.
     *
     * @param networks empty where there is nothing to choose from
     * @param user who logs in, where the image does not say so and its name does
     */
    public record Server(String name, Offered image, Offered flavor, List<Offered> networks, Optional<String> user) {
        public Server {
            networks = List.copyOf(networks);
        }
    }

    /**
     * The server, of what the cloud has.
     *
     * @throws io.github.openstackmaven.OpenStackException when something is unknown, or missing and nobody is asked
     */
    public Server of(Offer offer, String usualName) {
        Question images = new Question("image", "openstack.image", offer.bootable(), Optional.empty());
        Offered image = wanted.image().map(images::named).orElseGet(() -> answers.choose(images));
        List<Offered> sizes = offer.sizesFor(image);
        Offered flavor = wanted.flavor()
                .map(new Question("flavor", "openstack.flavor", offer.sizes(), Optional.empty())::named)
                .orElseGet(() -> answers.choose(new Question(
                        "flavor", "openstack.flavor", sizes, sizes.stream().findFirst())));
        List<Offered> networks = networks(offer);
        return new Server(name(usualName), image, flavor, networks, offer.unsaidUser(image));
    }

    /** The server as it is wanted, where no cloud can be asked yet; empty where too little was said. */
    public Optional<Server> unseen(String usualName) {
        return wanted.image()
                .flatMap(image -> wanted.flavor()
                        .map(flavor -> new Server(
                                wanted.name().orElse(usualName),
                                Offered.unseen(image),
                                Offered.unseen(flavor),
                                wanted.networks().stream().map(Offered::unseen).toList(),
                                ImageUsers.ofName(image).usual())));
    }

    private String name(String usualName) {
        return wanted.name().orElseGet(() -> answers.text("Name of the server", usualName));
    }

    private List<Offered> networks(Offer offer) {
        Question all = network(offer.allNetworks());
        if (!wanted.networks().isEmpty()) {
            return wanted.networks().stream()
                    .map(one -> WORDS.contains(one) ? Offered.unseen(one) : all.named(one))
                    .toList();
        }
        Question usable = network(offer.usableNetworks());
        return usable.offered().size() <= 1 ? usable.offered() : List.of(answers.choose(usable));
    }

    private static Question network(List<Offered> some) {
        return new Question("network", "openstack.networks", some, Optional.empty());
    }
}
