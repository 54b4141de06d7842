package io.github.openstackmaven.launch;

import io.github.openstackmaven.plan.PrepareSpec;
import java.time.Duration;

/** Does on a server what a preparation says: brings files there, runs the steps, and cleans up for an image of it. */
@FunctionalInterface
public interface ServerSetup {

    /**
     * Does all of it.
     *
     * @param server is logged in to
     * @param left how long it may take
     * @throws io.github.openstackmaven.OpenStackException when a step fails, or time is up
     */
    void run(Launched server, PrepareSpec spec, Duration left);
}
