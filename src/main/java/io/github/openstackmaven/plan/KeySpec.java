package io.github.openstackmaven.plan;

import java.nio.file.Path;
import java.util.Optional;

/** Which SSH key opens a server. */
public sealed interface KeySpec {

    /** Whether its private half is on this machine, to log in with. */
    default boolean opens() {
        return this instanceof Ephemeral
                || (this instanceof Existing existing && existing.keyFile().isPresent());
    }

    /** None. */
    record None() implements KeySpec {}

    /**
     * A keypair the user has.
     *
     * @param keyFile its private half, where the build is to log in with it
     */
    record Existing(String name, Optional<Path> keyFile) implements KeySpec {}

    /** One made for this launch, and deleted with it. */
    record Ephemeral() implements KeySpec {}
}
