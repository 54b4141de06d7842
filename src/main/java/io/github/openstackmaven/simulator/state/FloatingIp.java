package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An address of an external network that leads to a port. */
public record FloatingIp(
        String id,
        String network,
        String project,
        String address,
        String description,
        List<String> tags,
        Optional<String> port,
        int revision,
        Instant created,
        Instant updated)
        implements Owned {

    public FloatingIp with(Optional<String> newPort, String newDescription, Instant now) {
        return new FloatingIp(id, network, project, address, newDescription, tags, newPort, revision + 1, created, now);
    }
}
