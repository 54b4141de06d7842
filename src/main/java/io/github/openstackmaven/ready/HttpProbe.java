package io.github.openstackmaven.ready;

import io.github.openstackmaven.plan.WaitFor;
import java.time.Duration;

/** Looks whether a page is as it should be. */
@FunctionalInterface
public interface HttpProbe {

    /**
     * One look.
     *
     * @param atMost how long it may take
     */
    ProbeResult look(Instance instance, WaitFor.Http wanted, Duration atMost);
}
