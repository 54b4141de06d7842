package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An image.
 *
 * @param minDisk GiB
 * @param minRam MiB
 * @param size bytes
 * @param properties the extra ones, os_distro and the like
 */
public record Image(
        String id,
        String name,
        String status,
        String visibility,
        String owner,
        int minDisk,
        int minRam,
        int size,
        Instant created,
        Map<String, String> properties,
        List<String> tags) {

    /** One of 1000 bytes that all see and that can be used. */
    static Image of(String id, String name, Instant created, Map<String, String> properties) {
        return new Image(id, name, "active", "public", Contents.ADMIN, 0, 0, 1000, created, properties, List.of());
    }

    Image withSize(int bytes) {
        return new Image(id, name, status, visibility, owner, minDisk, minRam, bytes, created, properties, tags);
    }

    Image withNeeds(int disk, int ram) {
        return new Image(id, name, status, visibility, owner, disk, ram, size, created, properties, tags);
    }

    Image deactivated() {
        return new Image(id, name, "deactivated", visibility, owner, minDisk, minRam, size, created, properties, tags);
    }

    Image privateTo(String project) {
        return new Image(id, name, status, "private", project, minDisk, minRam, size, created, properties, tags);
    }

    public boolean isActive() {
        return status.equals("active");
    }

    boolean isSeenBy(String project) {
        return visibility.equals("public") || owner.equals(project);
    }
}
