package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.Optional;
import java.util.function.Function;

/** A volume the user wants on a server. */
public sealed interface VolumeSpec {

    /** What comes of it, by which of the two it is. */
    <T> T match(Function<Existing, T> existing, Function<New, T> made);

    /** It, where it is made with the server. */
    default Optional<New> toBeMade() {
        return match(existing -> Optional.empty(), Optional::of);
    }

    /** One that is there already, by name or id; it stays when the server goes. */
    record Existing(String volume) implements VolumeSpec {
        @Override
        public <T> T match(Function<Existing, T> existing, Function<New, T> made) {
            return existing.apply(this);
        }
    }

    /**
     * One that is made with the server.
     *
     * @param name empty: the server's with a suffix
     * @param size GiB; empty for as much as what it is made of needs
     * @param type name or id; empty for the cloud's default
     * @param deleteOnTermination whether it goes with the server; else it is the user's once the launch has succeeded
     */
    record New(
            Optional<String> name,
            Origin origin,
            Optional<Integer> size,
            Optional<String> type,
            boolean deleteOnTermination)
            implements VolumeSpec {
        /**
         * Checks the size.
         *
         * @throws OpenStackException when it is missing or not positive
         */
        public New {
            if (size.filter(gibibytes -> gibibytes < 1).isPresent()) {
                throw new OpenStackException("<size> of a volume is " + size.get(), "It is in GiB, 1 or more.");
            }
            if (size.isEmpty() && origin.isBlank()) {
                throw new OpenStackException("A new <volume> without <size>", "Set its <size>, in GiB.");
            }
        }

        @Override
        public <T> T match(Function<Existing, T> existing, Function<New, T> made) {
            return made.apply(this);
        }
    }

    /** What a new volume has on it. */
    sealed interface Origin {
        /** The image that it is made of. */
        default Optional<ImageSpec> ofImage() {
            return Optional.empty();
        }

        /** The snapshot that it is made of, by name or id. */
        default Optional<String> ofSnapshot() {
            return Optional.empty();
        }

        /** Whether it has nothing on it. */
        default boolean isBlank() {
            return ofImage().isEmpty() && ofSnapshot().isEmpty();
        }
    }

    /** Nothing. */
    record Blank() implements Origin {}

    /** What an image has. */
    record OfImage(ImageSpec image) implements Origin {
        @Override
        public Optional<ImageSpec> ofImage() {
            return Optional.of(image);
        }
    }

    /** What a snapshot has, by name or id. */
    record OfSnapshot(String snapshot) implements Origin {
        @Override
        public Optional<String> ofSnapshot() {
            return Optional.of(snapshot);
        }
    }
}
