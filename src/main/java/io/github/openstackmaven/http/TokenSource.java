package io.github.openstackmaven.http;

import io.github.openstackmaven.config.Secret;
import java.util.Optional;

/** Where the token comes from that goes with every request to a service; empty for services that want none. */
public interface TokenSource {
    /** A token that is valid as far as is known. */
    Optional<Secret> token();

    /** A token in the place of one that a service did not accept; asks Keystone once, whoever calls. */
    Optional<Secret> renew(Optional<Secret> rejected);
}
