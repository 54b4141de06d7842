package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;

/** A server is no longer waited for, since another of the same launch failed. */
final class AbandonedException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    AbandonedException(String name) {
        super("Server '" + name + "' is no longer waited for", "");
    }
}
