package io.github.openstackmaven.volume;

import java.util.List;
import java.util.Optional;

/** Volumes of a project: created, seen, deleted. */
public interface Volumes {
    /** Asks for a volume and returns its id. */
    String create(VolumeCreate volume);

    /** The volume as it is now; empty when it is gone. */
    Optional<Volume> byId(String id);

    /** The volumes of exactly that name, chosen by the service. */
    List<Volume> byName(String name);

    /** All volumes of the project, the newest first. */
    List<Volume> all();

    /** Asks for its end; false when Cinder says that there is none. */
    boolean delete(String id);
}
