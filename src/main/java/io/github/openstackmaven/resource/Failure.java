package io.github.openstackmaven.resource;

import io.github.openstackmaven.OpenStackException;

/** Failure of a request about one resource, in words for people. */
public record Failure(RuntimeException cause) {

    /** The same as the one exception that users are told of. */
    public OpenStackException told() {
        return cause instanceof OpenStackException known ? known : new OpenStackException(words(), "", cause);
    }

    /** What it was; whatever nobody has foreseen is in an answer that is not what the service should say. */
    public String words() {
        return cause instanceof OpenStackException told
                ? told.getMessage()
                : "the cloud's answer can't be read (" + cause + ")";
    }
}
