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
    Seen look(Guest guest, WaitFor.Http wanted, Duration atMost);
}
