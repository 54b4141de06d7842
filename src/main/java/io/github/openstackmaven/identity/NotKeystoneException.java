package io.github.openstackmaven.identity;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.http.Response;
import java.net.URI;

/** What answers at the auth URL is no Keystone; where there was one before, it is a page of a proxy in between. */
final class NotKeystoneException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    NotKeystoneException(URI root, Response response) {
        super(
                "What answers at " + root + " is not Keystone (HTTP " + response.status() + ")",
                "The auth URL is the identity service's, like https://HOST:5000/v3 or https://HOST/identity/v3;"
                        + " the dashboard shows it under API Access.");
    }

    @Override
    public boolean mayPass() {
        return true;
    }
}
