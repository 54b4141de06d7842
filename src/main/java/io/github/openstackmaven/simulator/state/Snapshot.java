package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A snapshot of a volume.
 *
 * @param volume what it is of; can't be deleted before the snapshot
 * @param image what is on it
 */
public record Snapshot(
        String id,
        String project,
        String user,
        String volume,
        VolumeType type,
        Volume.Labels labels,
        int size,
        Optional<Image> image,
        Volume.Life life)
        implements Owned {

    /** A new one of that volume. */
    public static Snapshot of(Volume volume, String user, Volume.Labels labels, Volume.Life life) {
        return new Snapshot(
                Ids.random(),
                volume.project(),
                user,
                volume.id(),
                volume.type(),
                labels,
                volume.size(),
                volume.origin().image(),
                life);
    }

    boolean isGone(Instant now) {
        return life.gone().filter(end -> !now.isBefore(end)).isPresent();
    }

    public String status(Instant now) {
        if (life.gone().isPresent()) return "deleting";
        return now.isBefore(life.ready()) ? "creating" : "available";
    }

    public Snapshot with(Volume.Labels others, Instant now) {
        Volume.Life changed = new Volume.Life(life.created(), life.ready(), life.gone(), now);
        return new Snapshot(id, project, user, volume, type, others, size, image, changed);
    }

    public Snapshot deleting(Instant end, Instant now) {
        Volume.Life ending = new Volume.Life(life.created(), life.ready(), Optional.of(end), now);
        return new Snapshot(id, project, user, volume, type, labels, size, image, ending);
    }
}
