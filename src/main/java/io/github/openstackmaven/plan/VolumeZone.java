package io.github.openstackmaven.plan;

import java.util.Optional;
import java.util.Set;

/**
 * Availability zone of a volume that is made for a server: the server's, since a Nova that doesn't
 * <a href="https://docs.openstack.org/nova/latest/configuration/config.html#cinder.cross_az_attach">cross_az_attach</a> refuses a
 * server whose volume is in another; but a cloud may have zones of servers that are none of volumes.
 *
 * @param name empty where the choice is Cinder's
 * @param there those that Cinder has
 */
public record VolumeZone(Optional<String> name, Set<String> there) {
    private static final VolumeZone NONE = new VolumeZone(Optional.empty(), Set.of());

    public VolumeZone {
        there = Set.copyOf(there);
    }

    /** Cinder's choice, wherever the server is: what is made of a snapshot goes where that is. */
    public static VolumeZone none() {
        return NONE;
    }

    /** The same for a server in that zone. */
    VolumeZone of(Optional<String> server) {
        return new VolumeZone(server.map(ServerOptions::zone).filter(there::contains), there);
    }
}
