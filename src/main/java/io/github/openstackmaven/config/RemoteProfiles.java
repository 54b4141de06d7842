package io.github.openstackmaven.config;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Fetches what a cloud publishes about itself. */
@FunctionalInterface
public interface RemoteProfiles {

    /**
     * The JSON at the address, as maps and lists with the keys {@code name} and {@code profile}; empty when the cloud
     * doesn't answer with one.
     */
    Optional<Map<String, Object>> fetch(URI wellKnown);
}
