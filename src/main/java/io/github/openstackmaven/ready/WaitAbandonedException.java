package io.github.openstackmaven.ready;

import io.github.openstackmaven.OpenStackException;

/** A server is no longer waited for: someone else gave it up, or the build is to end. */
public final class WaitAbandonedException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    WaitAbandonedException(Instance instance) {
        super("Server '" + instance.name() + "' is no longer waited for", "");
    }
}
