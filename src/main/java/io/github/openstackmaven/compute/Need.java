package io.github.openstackmaven.compute;

import io.github.openstackmaven.http.Microversion;
import java.util.stream.Stream;

/**
 * Something that not every Nova has.
 *
 * @param element the POM's that asks for it
 * @param since the least microversion that knows it
 */
public record Need(String element, Microversion since) {
    private static final Microversion OLDEST = new Microversion(2, 1);

    /** What a server needs. */
    public static Stream<Need> of(ServerCreate server) {
        return ServerFeature.of(server).map(feature -> new Need(feature.element(), feature.since()));
    }

    /** What a new group of that policy needs; nothing where every Nova has it. */
    public static Stream<Need> of(ServerGroupPolicy policy) {
        return Stream.of(new Need("serverGroup", policy.since()))
                .filter(need -> need.since().compareTo(OLDEST) > 0);
    }

    /** {@code <tags> needs microversion 2.52}. */
    @Override
    public String toString() {
        return "<" + element + "> needs microversion " + since;
    }
}
