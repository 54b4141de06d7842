package io.github.openstackmaven.resource;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.http.HttpStatusException;

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

    /** What tells it from others: a service that refuses again says the same, to another request. */
    public String kind() {
        return cause instanceof HttpStatusException answer ? answer.status() + " " + answer.words() : words();
    }

    /** What it was. */
    public String words() {
        return told().getMessage();
    }
}
