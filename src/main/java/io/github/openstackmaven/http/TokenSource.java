package io.github.openstackmaven.http;

import io.github.openstackmaven.config.Secret;

/** Where the token comes from that goes with every request to a service. */
public interface TokenSource {
    /** A token that is valid as far as is known. */
    Secret token();

    /** A token in the place of one that a service did not accept; asks Keystone once, whoever calls. */
    Secret renew(Secret rejected);
}
