package io.github.openstackmaven.http;

import io.github.openstackmaven.OpenStackException;

/** No answer came: name unknown, connection refused, deadline passed, TLS failed. */
public final class UnreachableException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String message, String advice, Throwable cause) {
        super(message, advice, cause);
    }
}
