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
     * @param limit how long it may take, all of it
     * @throws io.github.openstackmaven.OpenStackException when a step fails, or time is up
     */
    void run(Launched server, PrepareSpec spec, Limit limit);

    /** When it is to end at the latest. */
    interface Limit {
        /** How much time there is left. */
        Duration left();

        /** Whether it is of no use any more. */
        boolean abandoned();
    }
}
