package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.identity.ServiceType;
import java.util.Optional;

/** Something that not every cloud has. */
sealed interface Need {

    /** That a cloud does not have it, and what it has; empty where it has, or does not tell. */
    Optional<String> lack(Offer offer);

    /** A microversion of Nova, and no older one. */
    record Nova(Microversion since) implements Need {
        @Override
        public Optional<String> lack(Offer offer) {
            return offer.nova().filter(range -> !range.contains(since)).map(range -> this + ", which has " + range);
        }

        @Override
        public String toString() {
            return "microversion " + since + " of Nova";
        }
    }

    /**
     * An extension of Neutron.
     *
     * @param shown whether looking up what the element names fails without it
     */
    record Extension(String alias, boolean shown) implements Need {
        @Override
        public Optional<String> lack(Offer offer) {
            return offer.extensions()
                    .filter(there -> !there.contains(alias))
                    .map(there -> this + ", which has none of that name");
        }

        @Override
        public String toString() {
            return "extension '" + alias + "' of Neutron";
        }
    }

    /** A service. */
    record Service(ServiceType type) implements Need {
        @Override
        public Optional<String> lack(Offer offer) {
            return Optional.ofNullable(offer.absent().get(type))
                    .map(OpenStackException::getMessage)
                    .map(cause -> this + ": " + cause);
        }

        @Override
        public String toString() {
            return "the " + type.officialName() + " service";
        }
    }
}
