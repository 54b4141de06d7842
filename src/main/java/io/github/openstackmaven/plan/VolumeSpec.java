package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.Optional;
import java.util.function.Function;

/** A volume the user wants on a server. */
public sealed interface VolumeSpec {

    /** What comes of it, by which of the two it is. */
    <T> T match(Function<Existing, T> existing, Function<New, T> made);

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
            if (size.isEmpty() && origin instanceof Blank) {
                throw new OpenStackException("A new <volume> without <size>", "Set its <size>, in GiB.");
            }
        }

        @Override
        public <T> T match(Function<Existing, T> existing, Function<New, T> made) {
            return made.apply(this);
        }
    }

    /** What a new volume has on it. */
    sealed interface Origin {}

    /** Nothing. */
    record Blank() implements Origin {}

    /** What an image has. */
    record OfImage(ImageSpec image) implements Origin {}

    /** What a snapshot has, by name or id. */
    record OfSnapshot(String snapshot) implements Origin {}
}
