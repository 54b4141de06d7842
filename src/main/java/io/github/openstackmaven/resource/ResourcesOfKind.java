package io.github.openstackmaven.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The things of one kind on a cloud; see {@link Resources}. */
interface ResourcesOfKind {
    List<Resource> all();

    Optional<Resource> find(String id);

    boolean delete(String id);

    void renew(Resource resource, Optional<Instant> expiresAt);

    void release(Resource resource);
}
