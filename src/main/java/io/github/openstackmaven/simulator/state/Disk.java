package io.github.openstackmaven.simulator.state;

import java.util.Optional;

/**
 * A volume of a server as Nova remembers it, which goes on when a failed build has let go of the volume.
 *
 * @param device empty on a server that found no host
 * @param root whether the server boots from it
 * @param attachment the id Cinder knows it by
 * @param mapping the id Nova knows it by
 */
public record Disk(
        String volume,
        String server,
        Optional<String> device,
        boolean root,
        boolean deleteOnTermination,
        Optional<String> tag,
        String attachment,
        String mapping) {

    /** A new one. */
    public static Disk of(
            String volume,
            String server,
            Optional<String> device,
            boolean root,
            boolean deleteOnTermination,
            Optional<String> tag) {
        return new Disk(volume, server, device, root, deleteOnTermination, tag, Ids.random(), Ids.random());
    }
}
