package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.plan.PlannedVolume;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.Volumes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Waits until new volumes can be used. */
final class VolumeWait {
    private final Supplier<Volumes> volumes;
    private final LaunchState state;
    private final Set<String> lasting = ConcurrentHashMap.newKeySet();

    /**
     * The wait for volumes.
     *
     * @param volumes asked for only where there are any: not every cloud has that service
     */
    VolumeWait(Supplier<Volumes> volumes, LaunchState state) {
        this.volumes = volumes;
        this.state = state;
    }

    /**
     * Waits for one that was just asked for.
     *
     * @param server the name of the server it is for
     * @throws OpenStackException when there will be none
     */
    void available(String server, PlannedVolume.New volume, String id) {
        if (!volume.deleteOnTermination()) lasting.add(id);
        String subject = "Volume '" + volume.name() + "' (" + id + ")";
        new LaunchWait(state, server, subject, id, "volume", "available").until(() -> look(subject, id));
    }

    /** The ids of those that are the user's once the launch has succeeded. */
    Set<String> lasting() {
        return Set.copyOf(lasting);
    }

    private Poll.Look<Volume> look(String subject, String id) {
        Optional<Volume> found = volumes.get().byId(id);
        if (found.isEmpty()) return LaunchWait.gone(subject, "while it was made");
        Volume volume = found.get();
        if (volume.status().startsWith("error")) {
            throw new OpenStackException(
                    subject + " went to " + volume.status(),
                    "The cloud's operator can tell why, by its id; so may: cinder message-list --resource_uuid " + id);
        }
        return volume.status().equals("available") ? Poll.Look.done(volume) : Poll.Look.notYet(volume.status());
    }
}
