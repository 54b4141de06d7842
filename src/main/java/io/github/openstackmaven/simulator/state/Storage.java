package io.github.openstackmaven.simulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The volumes and snapshots there are now, and which volume is on which server. */
public final class Storage {
    private final Duration pace;
    private final Rows<Volume> volumes = new Rows<>();
    private final Rows<Snapshot> snapshots = new Rows<>();
    private final List<Disk> disks = new ArrayList<>();

    /** Storage whose every change takes that long. */
    Storage(Duration pace) {
        this.pace = pace;
    }

    public Duration pace() {
        return pace;
    }

    /** Lets happen what was due. */
    void settle(Instant now) {
        snapshots.removeIf(snapshot -> snapshot.isGone(now));
        volumes.removeIf(volume -> volume.isGone(now));
        volumes.stream().forEach(volume -> {
            Volume settled = volume.settled(now);
            if (settled.attachment().isEmpty()) volume.attachment().ifPresent(this::forget);
            volumes.put(settled);
        });
    }

    private void forget(Volume.Attachment attachment) {
        disks.removeIf(disk -> disk.attachment().equals(attachment.id()));
    }

    public Rows<Volume> volumes() {
        return volumes;
    }

    public Rows<Snapshot> snapshots() {
        return snapshots;
    }

    public boolean hasSnapshots(String volume) {
        return snapshots.stream().anyMatch(snapshot -> snapshot.volume().equals(volume));
    }

    /** A server's volumes. */
    public List<Disk> disks(String server) {
        return disks.stream().filter(disk -> disk.server().equals(server)).toList();
    }

    /** Puts a volume on a server, where it will be at that time. */
    public void attach(Disk disk, Instant since, Instant now) {
        disks.add(disk);
        Volume.Attachment attachment = new Volume.Attachment(
                disk.attachment(), disk.server(), disk.device().orElse(""), since, Optional.empty());
        volumes.find(disk.volume())
                .map(volume -> volume.with(Optional.of(attachment), now))
                .ifPresent(volumes::put);
    }

    /** Begins to take a volume off its server. */
    public void detach(Volume volume, Instant now) {
        Optional<Volume.Attachment> ending = volume.attachment()
                .map(one -> new Volume.Attachment(
                        one.id(), one.server(), one.device(), one.since(), Optional.of(now.plus(pace))));
        volumes.put(volume.with(ending, now));
    }

    /** Takes all volumes off a server that is gone. */
    void release(Server server, Instant now) {
        letGo(server, now);
        disks.removeIf(disk -> disk.server().equals(server.id()));
    }

    /** Takes all volumes off a server that couldn't be built; those that stay are still its own to Nova. */
    void letGo(Server server, Instant now) {
        for (Disk disk : disks(server.id())) {
            Optional<Volume> held = volumes.find(disk.volume()).filter(volume -> volume.isOn(server.id()));
            if (held.isPresent() && disk.deleteOnTermination() && !hasSnapshots(disk.volume())) {
                volumes.remove(disk.volume());
                disks.remove(disk);
            } else {
                held.ifPresent(volume -> volumes.put(volume.with(Optional.empty(), now)));
            }
        }
    }
}
