package io.github.openstackmaven.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists, finds, marks and deletes the resources of one type; see {@link Resources}. */
interface ResourcesOfType {
    List<Resource> all();

    Optional<Resource> find(String id);

    boolean delete(String id);

    /** The same of one whose status may tell how. */
    default boolean delete(Resource seen) {
        return delete(seen.id());
    }

    void renew(Resource resource, Optional<Instant> expiresAt);

    void release(Resource resource);
}
