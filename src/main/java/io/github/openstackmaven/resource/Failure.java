package io.github.openstackmaven.resource;

import io.github.openstackmaven.OpenStackException;

/** Failure of a request about one resource, in words for people. */
public record Failure(RuntimeException cause) {

    /** The same as the one exception that users are told of. */
    public OpenStackException told() {
        return cause instanceof OpenStackException known
                ? known
                : new OpenStackException(
                        "An answer that no service should give, or a defect of this plugin: "
                                + cause.getClass().getSimpleName(),
                        "Run it again with -e, and report it.",
                        cause);
    }

    /** What it was. */
    public String words() {
        return told().getMessage();
    }
}
