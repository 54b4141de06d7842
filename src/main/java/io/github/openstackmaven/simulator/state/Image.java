package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image.
 *
 * @param name empty where it has none
 * @param minDisk GiB
 * @param minRam MiB
 * @param size bytes, once they are there
 * @param properties the extra ones, os_distro and the like
 * @param content what it is of, and since when
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
        List<String> tags,
        Content content)
        implements Owned {
    /** The property of those that are snapshots of volumes: which. */
    public static final String MAPPING = "block_device_mapping";

    /**
     * What is in it.
     *
     * @param format of the disk, once it is known
     * @param updated when it was changed last
     * @param saved from when on its bytes come, and until when; empty when none are under way
     */
    public record Content(Optional<String> format, Instant updated, boolean isProtected, Optional<Saving> saved) {}

    /** The time in which its bytes come. */
    public record Saving(Instant begin, Instant end) {}

    /** One of 1000 bytes that all see and that can be used. */
    public static Image of(String id, String name, Instant created, Map<String, String> properties) {
        Content raw = new Content(Optional.of("raw"), created, false, Optional.empty());
        return new Image(id, name, "active", "public", Contents.ADMIN, 0, 0, 1000, created, properties, List.of(), raw);
    }

    /**
     * One that somebody has just made; nothing is in it.
     *
     * @param properties texts and whole numbers by Glance's names, and extra ones
     */
    public static Image queued(String project, Instant now, Map<String, String> properties) {
        Content nothing = new Content(Optional.empty(), now, false, Optional.empty());
        Image bare =
                new Image(Ids.random(), "", "queued", "shared", project, 0, 0, 0, now, Map.of(), List.of(), nothing);
        Image all = bare;
        for (Map.Entry<String, String> one : properties.entrySet()) all = all.with(one.getKey(), one.getValue(), now);
        return all;
    }

    Image withSize(int bytes) {
        return with(status, bytes, content);
    }

    /**
     * The same that demands so much of a server.
     *
     * @param disk GiB
     * @param ram MiB
     */
    public Image withNeeds(int disk, int ram) {
        return new Image(id, name, status, visibility, owner, disk, ram, size, created, properties, tags, content);
    }

    Image deactivated() {
        return with("deactivated", size, content);
    }

    Image privateTo(String project) {
        return new Image(
                id, name, status, "private", project, minDisk, minRam, size, created, properties, tags, content);
    }

    /** The same with these tags. */
    public Image tagged(List<String> all) {
        return new Image(id, name, status, visibility, owner, minDisk, minRam, size, created, properties, all, content);
    }

    /** The same with one more property, one of Glance's own or an extra one. */
    public Image with(String key, String value, Instant now) {
        Map<String, String> extra = new HashMap<>(properties);
        boolean own = List.of(
                        "name", "visibility", "min_disk", "min_ram", "protected", "disk_format", "container_format")
                .contains(key);
        if (!own) extra.put(key, value);
        Content changed = new Content(
                key.equals("disk_format") ? Optional.of(value) : content.format(),
                now,
                key.equals("protected") ? value.equals("true") : content.isProtected(),
                content.saved());
        return new Image(
                id,
                key.equals("name") ? value : name,
                status,
                key.equals("visibility") ? value : visibility,
                owner,
                key.equals("min_disk") ? Integer.parseInt(value) : minDisk,
                key.equals("min_ram") ? Integer.parseInt(value) : minRam,
                size,
                created,
                Map.copyOf(extra),
                tags,
                changed);
    }

    /** The same without an extra property. */
    public Image without(String key, Instant now) {
        Map<String, String> fewer = new HashMap<>(properties);
        fewer.remove(key);
        Content changed = new Content(content.format(), now, content.isProtected(), content.saved());
        return new Image(
                id, name, status, visibility, owner, minDisk, minRam, size, created, Map.copyOf(fewer), tags, changed);
    }

    /** One whose bytes come in that time. */
    public Image saving(int bytes, Saving time) {
        Content coming = new Content(content.format(), content.updated(), content.isProtected(), Optional.of(time));
        return with(status, bytes, coming);
    }

    /** A list of volumes' snapshots, at once. */
    public Image ofVolumes() {
        Content list = new Content(Optional.of("qcow2"), content.updated(), content.isProtected(), Optional.empty());
        return with("active", 0, list);
    }

    /** As it is at that time. */
    Image settled(Instant now) {
        if (content.saved().isEmpty() || now.isBefore(content.saved().get().begin())) return this;
        Saving saving = content.saved().get();
        if (now.isBefore(saving.end())) {
            return with(
                    "saving",
                    size,
                    new Content(Optional.of("raw"), saving.begin(), content.isProtected(), content.saved()));
        }
        Content there = new Content(Optional.of("raw"), saving.end(), content.isProtected(), Optional.empty());
        return with("active", size, there)
                .with("image_state", "available", saving.end())
                .with("image_location", "snapshot", saving.end());
    }

    private Image with(String other, int bytes, Content changed) {
        return new Image(
                id, name, other, visibility, owner, minDisk, minRam, bytes, created, properties, tags, changed);
    }

    public boolean isActive() {
        return status.equals("active");
    }

    /** Whether its bytes are there. */
    public boolean isFilled() {
        return isActive() || status.equals("deactivated");
    }

    /** Whether it is a list of volumes' snapshots. */
    public boolean isOfVolumes() {
        return properties.containsKey(MAPPING);
    }

    @Override
    public String project() {
        return owner;
    }

    boolean isSeenBy(String project) {
        return visibility.equals("public") || owner.equals(project);
    }
}
