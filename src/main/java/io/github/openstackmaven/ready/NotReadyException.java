package io.github.openstackmaven.ready;

import io.github.openstackmaven.OpenStackException;

/** A server did not become ready; the message says which check it did not take and what was last seen. */
public final class NotReadyException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    private final String check;

    NotReadyException(Instance instance, String check, String seen, String advice) {
        super("Server '" + instance.name() + "' (" + instance.id() + ") is not ready: " + seen, advice);
        this.check = check;
    }

    /** What was waited for: {@code address}, {@code tcp 22}, {@code ssh}, {@code cloudInit}, {@code http} or {@code log}. */
    public String check() {
        return check;
    }
}
