package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which image the user wants. */
public sealed interface ImageSpec {

    /** What comes of it, by which of the two it is. */
    <T> T match(Function<Named, T> named, Function<Matching, T> matching);

    /** The image of that name or id. */
    record Named(String nameOrId) implements ImageSpec {
        @Override
        public <T> T match(Function<Named, T> named, Function<Matching, T> matching) {
            return named.apply(this);
        }
    }

    /**
     * The image that has all of this.
     *
     * @param nameRegex found somewhere in the name
     * @param visibility {@code public}, {@code private}, {@code shared} or {@code community}
     * @param mostRecent whether the newest is taken when several have it all
     */
    record Matching(
            Optional<String> name,
            Optional<Pattern> nameRegex,
            Optional<String> owner,
            Optional<String> visibility,
            List<String> tags,
            Map<String, String> properties,
            boolean mostRecent)
            implements ImageSpec {

        /**
         * Checks that something is asked for.
         *
         * @throws OpenStackException when nothing is, or both a name and a pattern of it
         */
        public Matching {
            if (name.isPresent() && nameRegex.isPresent()) {
                throw new OpenStackException(
                        "Both <name> and <nameRegex> in <image>", "Leave one out: they exclude each other.");
            }
            boolean nothing = name.isEmpty()
                    && nameRegex.isEmpty()
                    && owner.isEmpty()
                    && visibility.isEmpty()
                    && tags.isEmpty()
                    && properties.isEmpty();
            if (nothing) {
                throw new OpenStackException(
                        "An <image> that asks for nothing",
                        "Set <name>, <nameRegex>, <owner>, <visibility>, <tags> or <properties> in it.");
            }
            tags = List.copyOf(tags);
            properties = Map.copyOf(properties);
        }

        @Override
        public <T> T match(Function<Named, T> named, Function<Matching, T> matching) {
            return matching.apply(this);
        }
    }

    /** As the user wrote it, for messages. */
    default String text() {
        return match(
                Named::nameOrId,
                matching -> matching.name()
                        .or(() -> matching.nameRegex().map(Pattern::pattern))
                        .orElse("with the given properties"));
    }
}
