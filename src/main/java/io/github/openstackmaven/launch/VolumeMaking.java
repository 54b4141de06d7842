package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.PlannedVolume;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.Volumes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Makes the new volumes of servers and waits until they can be used. */
final class VolumeMaking {
    private final Supplier<Volumes> volumes;
    private final Supplier<Volumes> looks;
    private final Creation creation;
    private final Watch watch;
    private final Set<String> lasting = ConcurrentHashMap.newKeySet();

    /**
     * The making of volumes.
     *
     * @param volumes asked for only where there are any: not every cloud has that service
     * @param looks the same for who looks again in any case
     */
    VolumeMaking(Supplier<Volumes> volumes, Supplier<Volumes> looks, Creation creation, Watch watch) {
        this.volumes = volumes;
        this.looks = looks;
        this.creation = creation;
        this.watch = watch;
    }

    /**
     * The id of a volume that is there, or is there now.
     *
     * @throws OpenStackException when it can't be made
     */
    String make(String server, PlannedVolume planned) {
        if (planned instanceof PlannedVolume.Existing existing)
            return existing.volume().id();
        PlannedVolume.New wanted = (PlannedVolume.New) planned;
        String id = creation.make(Order.of(
                ResourceType.VOLUME,
                server,
                wanted.name(),
                mark -> volumes.get().create(wanted.create(mark.metadata()))));
        if (!wanted.deleteOnTermination()) lasting.add(id);
        String subject = "Volume '" + wanted.name() + "' (" + id + ")";
        watch.until(new Watch.Wait(server, subject, id, "volume", "available"), () -> look(subject, id));
        return id;
    }

    /** The ids of those that are the user's once the launch has succeeded. */
    Set<String> lasting() {
        return Set.copyOf(lasting);
    }

    private Watch.Look<Volume> look(String subject, String id) {
        Optional<Volume> found = looks.get().byId(id);
        if (found.isEmpty()) {
            return Watch.Look.gone(new OpenStackException(
                    subject + " was deleted by someone else while it was made",
                    "Look for a clean-up job in the project."));
        }
        Volume volume = found.get();
        if (volume.status().startsWith("error")) {
            throw new OpenStackException(
                    subject + " went to " + volume.status(),
                    "The cloud's operator can tell why, by its id; so may: cinder message-list --resource_uuid " + id);
        }
        return volume.status().equals("available")
                ? Watch.Look.done(volume.status(), volume)
                : Watch.Look.pending(volume.status());
    }
}
