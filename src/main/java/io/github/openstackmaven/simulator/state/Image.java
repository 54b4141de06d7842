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

    public boolean isActive() {
        return status.equals("active");
    }

    boolean isSeenBy(String project) {
        return visibility.equals("public") || owner.equals(project);
    }
}
