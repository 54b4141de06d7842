package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Waits for what must hold of a server besides that it is ACTIVE and has its address. */
@FunctionalInterface
public interface ReadyWait {

    /**
     * Waits until it holds.
     *
     * @param time when it began, and when to give up
     * @param abandoned whether the server is no longer wanted
     * @return who logs in to it, where that was found out
     * @throws OpenStackException when it does not hold, and why
     */
    Optional<String> await(Launched server, LaunchTime time, BooleanSupplier abandoned);
}
