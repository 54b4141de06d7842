package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A volume. What state it is in follows from the time.
 *
 * @param size GiB
 */
public record Volume(
        String id,
        String project,
        String user,
        Labels labels,
        int size,
        VolumeType type,
        Origin origin,
        Life life,
        Optional<Attachment> attachment)
        implements Owned {

    /** What can be changed afterwards. */
    public record Labels(Optional<String> name, Optional<String> description, Map<String, String> metadata) {

        public Labels withMetadata(Map<String, String> all) {
            return new Labels(name, description, Map.copyOf(all));
        }
    }

    /**
     * What it was made of; nothing when blank.
     *
     * @param image what is on it, be it by way of another volume; such a volume can be booted
     */
    public record Origin(Optional<String> snapshot, Optional<String> volume, Optional<Image> image) {}

    /**
     * From its making to its end.
     *
     * @param ready when it is available
     * @param gone when it is deleted
     */
    public record Life(Instant created, Instant ready, Optional<Instant> gone, Instant updated) {

        public static Life of(Instant created, Instant ready) {
            return new Life(created, ready, Optional.empty(), created);
        }
    }

    /**
     * The server it is on.
     *
     * @param since until then it is only reserved
     * @param until when it is off again
     */
    public record Attachment(String id, String server, String device, Instant since, Optional<Instant> until) {}

    /** A new one, on no server. */
    public static Volume create(
            String project, String user, Labels labels, int size, VolumeType type, Origin origin, Life life) {
        return new Volume(Ids.random(), project, user, labels, size, type, origin, life, Optional.empty());
    }

    public boolean isReady(Instant now) {
        return !now.isBefore(life.ready());
    }

    /** What can be booted is known of a clone at once, of anything else when it is there. */
    public boolean isBootable(Instant now) {
        return origin.image().isPresent() && (origin.volume().isPresent() || isReady(now));
    }

    boolean isGone(Instant now) {
        return life.gone().filter(end -> !now.isBefore(end)).isPresent();
    }

    public String status(Instant now) {
        if (life.gone().isPresent()) return "deleting";
        if (!isReady(now)) return "creating";
        return attachment
                .map(one -> {
                    if (one.until().isPresent()) return "detaching";
                    return now.isBefore(one.since()) ? "reserved" : "in-use";
                })
                .orElse("available");
    }

    boolean isOn(String server) {
        return attachment.filter(one -> one.server().equals(server)).isPresent();
    }

    /** As it is at that time: off its server if it is to be. */
    Volume settled(Instant now) {
        boolean over = attachment
                .flatMap(Attachment::until)
                .filter(end -> !now.isBefore(end))
                .isPresent();
        return over ? with(Optional.empty(), now) : this;
    }

    public Volume with(Labels others, Instant now) {
        return new Volume(id, project, user, others, size, type, origin, updated(life.gone(), now), attachment);
    }

    public Volume with(Optional<Attachment> other, Instant now) {
        return new Volume(id, project, user, labels, size, type, origin, updated(life.gone(), now), other);
    }

    public Volume deleting(Instant end, Instant now) {
        return new Volume(id, project, user, labels, size, type, origin, updated(Optional.of(end), now), attachment);
    }

    private Life updated(Optional<Instant> gone, Instant now) {
        return new Life(life.created(), life.ready(), gone, now);
    }
}
