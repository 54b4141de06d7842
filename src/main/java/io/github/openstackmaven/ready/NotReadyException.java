package io.github.openstackmaven.ready;

import io.github.openstackmaven.OpenStackException;

/** A server did not become ready; the message says which rung it did not take and what was last seen. */
public final class NotReadyException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    private final String rung;

    NotReadyException(Guest guest, String rung, String seen, String advice) {
        super("Server '" + guest.name() + "' (" + guest.id() + ") is not ready: " + seen, advice);
        this.rung = rung;
    }

    /** What was waited for: {@code address}, {@code tcp 22}, {@code ssh}, {@code cloudInit}, {@code http} or {@code log}. */
    public String rung() {
        return rung;
    }
}
