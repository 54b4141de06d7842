package io.github.openstackmaven.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The volumes and snapshots there are now, and which volume is on which server. */
final class Storage {
    private final Duration pace;
    private final Map<String, Volume> volumes = new LinkedHashMap<>();
    private final Map<String, Snapshot> snapshots = new LinkedHashMap<>();
    private final List<Disk> disks = new ArrayList<>();

    /** Storage whose every change takes that long. */
    Storage(Duration pace) {
        this.pace = pace;
    }

    Duration pace() {
        return pace;
    }

    /** Lets happen what was due. */
    void settle(Instant now) {
        snapshots.values().removeIf(snapshot -> snapshot.isGone(now));
        volumes.values().removeIf(volume -> volume.isGone(now));
        volumes.replaceAll((id, volume) -> {
            Volume settled = volume.settled(now);
            if (settled.attachment().isEmpty()) volume.attachment().ifPresent(this::forget);
            return settled;
        });
    }

    private void forget(Volume.Attachment attachment) {
        disks.removeIf(disk -> disk.attachment().equals(attachment.id()));
    }

    Map<String, Volume> volumes() {
        return volumes;
    }

    List<Volume> volumes(String project) {
        return volumes.values().stream()
                .filter(volume -> volume.project().equals(project))
                .toList();
    }

    Optional<Volume> volume(String project, String id) {
        return Optional.ofNullable(volumes.get(id))
                .filter(volume -> volume.project().equals(project));
    }

    Map<String, Snapshot> snapshots() {
        return snapshots;
    }

    List<Snapshot> snapshots(String project) {
        return snapshots.values().stream()
                .filter(snapshot -> snapshot.project().equals(project))
                .toList();
    }

    Optional<Snapshot> snapshot(String project, String id) {
        return Optional.ofNullable(snapshots.get(id))
                .filter(snapshot -> snapshot.project().equals(project));
    }

    boolean hasSnapshots(String volume) {
        return snapshots.values().stream()
                .anyMatch(snapshot -> snapshot.volume().equals(volume));
    }

    /** A server's volumes. */
    List<Disk> disks(String server) {
        return disks.stream().filter(disk -> disk.server().equals(server)).toList();
    }

    /** Puts a volume on a server, where it will be at that time. */
    void attach(Disk disk, Instant since, Instant now) {
        disks.add(disk);
        Volume.Attachment attachment = new Volume.Attachment(
                disk.attachment(), disk.server(), disk.device().orElse(""), since, Optional.empty());
        volumes.computeIfPresent(disk.volume(), (id, volume) -> volume.with(Optional.of(attachment), now));
    }

    /** Begins to take a volume off its server. */
    void detach(Volume volume, Instant now) {
        Optional<Volume.Attachment> ending = volume.attachment()
                .map(one -> new Volume.Attachment(
                        one.id(), one.server(), one.device(), one.since(), Optional.of(now.plus(pace))));
        volumes.put(volume.id(), volume.with(ending, now));
    }

    /** Takes all volumes off a server that is gone. */
    void release(Server server, Instant now) {
        letGo(server, now);
        disks.removeIf(disk -> disk.server().equals(server.id()));
    }

    /** Takes all volumes off a server that couldn't be built; those that stay are still its own to Nova. */
    void letGo(Server server, Instant now) {
        for (Disk disk : disks(server.id())) {
            Optional<Volume> held =
                    Optional.ofNullable(volumes.get(disk.volume())).filter(volume -> volume.isOn(server.id()));
            if (held.isPresent() && disk.deleteOnTermination() && !hasSnapshots(disk.volume())) {
                volumes.remove(disk.volume());
                disks.remove(disk);
            } else {
                held.ifPresent(volume -> volumes.put(volume.id(), volume.with(Optional.empty(), now)));
            }
        }
    }
}
