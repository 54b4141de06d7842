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

    /** One that {@link #with} has yet to say where it leads. */
    public static FloatingIp create(String network, String project, String address, String description, Instant now) {
        return new FloatingIp(
                Ids.random(), network, project, address, description, List.of(), Optional.empty(), -1, now, now);
    }

    public FloatingIp with(Optional<String> newPort, String newDescription, Instant now) {
        return new FloatingIp(id, network, project, address, newDescription, tags, newPort, revision + 1, created, now);
    }
}
