package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.volume.Snapshot;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.VolumeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** Resolves what servers boot from, and their further volumes. */
final class StoragePlanner {
    private final Cloud cloud;
    private final EarlierServers earlier;
    private final LookUps<ImageSpec, Image> images;
    private final LookUps<String, Volume> volumes;
    private final LookUps<String, Snapshot> snapshots;
    private final LookUp<Optional<List<VolumeType>>> types;
    private final LookUp<Set<String>> zones;
    private final LookUps<PrepareSpec, Described> prepared;
    private final List<Image> made;
    private final Instant now;

    /**
     * The look-ups of one plan.
     *
     * @param made images that were just prepared
     */
    StoragePlanner(Cloud cloud, Executor executor, EarlierServers earlier, List<Image> made) {
        this.cloud = cloud;
        this.earlier = earlier;
        this.made = made;
        this.now = cloud.clock().now();
        ImageChooser imageChooser = new ImageChooser(cloud.images());
        this.images = new LookUps<>(executor, imageChooser::choose);
        this.volumes = new LookUps<>(executor, name -> new VolumeChooser(cloud.volume()).volume(name));
        this.snapshots = new LookUps<>(executor, name -> new VolumeChooser(cloud.volume()).snapshot(name));
        this.prepared = new LookUps<>(executor, spec -> described(cloud, spec));
        this.types = LookUp.helpful(executor, () -> Optional.of(cloud.volume().types()), Optional.empty());
        this.zones = LookUp.helpful(executor, () -> cloud.volume().zones(), Set.of());
    }

    /** What is to be prepared, by the digest of its description, and the images of that. */
    private record Described(String digest, List<Image> images) {}

    private static Described described(Cloud cloud, PrepareSpec spec) {
        String digest = PreparationDigest.of(spec);
        return new Described(digest, PreparedImage.described(cloud, digest));
    }

    /** Asks for the further volumes. */
    void askForVolumes(ServerSpec spec) {
        spec.volumes().forEach(volume -> ask(spec, volume));
    }

    /** Asks for what it boots from, and what that is to be prepared by. */
    void askForBoot(ServerSpec spec) {
        spec.prepare().ifPresent(prepared::ask);
        if (spec.boot() instanceof BootSpec.LocalDisk disk) images.ask(disk.image());
        if (spec.boot() instanceof BootSpec.OnVolume on) ask(spec, on.volume());
    }

    private void ask(ServerSpec spec, VolumeSpec volume) {
        if (volume instanceof VolumeSpec.Existing existing) volumes.ask(existing.volume());
        volume.toBeMade().ifPresent(made -> ask(spec, made));
    }

    private void ask(ServerSpec spec, VolumeSpec.New made) {
        made.origin().ofImage().ifPresent(images::ask);
        made.origin().ofSnapshot().ifPresent(snapshots::ask);
        if (made.type().isPresent()) types.ask();
        boolean bound = made.origin().ofSnapshot().isPresent();
        if (!bound && !spec.options().availabilityZones().isEmpty()) zones.ask();
    }

    /**
     * What a server that was asked for boots from, where nothing is prepared.
     *
     * @throws OpenStackException when a name is unknown or ambiguous, or it can't be booted from
     */
    PlannedBoot boot(ServerSpec spec) {
        return spec.boot()
                .match(disk -> new PlannedBoot.LocalDisk(images.answer(disk.image())), on -> boot(spec, on.volume()));
    }

    /**
     * What the image of a server that was asked for is to be prepared by.
     *
     * @param disk that the server boots from
     * @throws OpenStackException when it is not known who logs in
     */
    PlannedPreparation preparation(ServerSpec spec, PrepareSpec wanted, Image base, BootDisk disk) {
        Described described = prepared.answer(wanted);
        Preparation preparation = new Preparation(spec, wanted, base, described.digest()).checked();
        List<PreparedImage> found = PreparedImage.of(preparation, described.images(), now);
        List<PreparedImage> taken =
                found.stream().filter(one -> disk.takes(one.image())).toList();
        Optional<Image> image = made.stream()
                .filter(preparation::isOf)
                .filter(disk::takes)
                .findFirst()
                .or(() -> PreparedImage.newest(taken, now, wanted.maxAge()).filter(this::isWhole));
        return new PlannedPreparation(preparation, image, found, disk);
    }

    // One of a volume is a list of snapshots, which go by themselves.
    private boolean isWhole(Image image) {
        return image.snapshotIds().stream()
                .allMatch(id -> cloud.volume()
                        .snapshot(id)
                        .filter(Snapshot::isAvailable)
                        .isPresent());
    }

    private PlannedBoot boot(ServerSpec spec, VolumeSpec wanted) {
        PlannedVolume volume = planned(spec, wanted, spec.name() + "-boot");
        if (volume instanceof PlannedVolume.Existing existing) checkBootable(existing.volume());
        if (wanted.toBeMade().filter(made -> made.origin().isBlank()).isPresent()) {
            throw new OpenStackException(
                    "The boot volume of server '" + spec.name() + "' would be blank",
                    "Set the <image> or <snapshot> it is made of.");
        }
        return new PlannedBoot.OnVolume(volume, image(wanted));
    }

    /**
     * The further volumes of a server that was asked for.
     *
     * @throws OpenStackException when a name is unknown or ambiguous, a volume is in use, or one is too small
     */
    List<PlannedVolume> volumes(ServerSpec spec) {
        return IntStream.range(0, spec.volumes().size())
                .mapToObj(index -> planned(spec, spec.volumes().get(index), spec.name() + "-volume-" + (index + 1)))
                .toList();
    }

    private PlannedVolume planned(ServerSpec spec, VolumeSpec wanted, String name) {
        return wanted.match(
                existing -> new PlannedVolume.Existing(available(volumes.answer(existing.volume()), spec)),
                made -> made(spec, made, name));
    }

    private PlannedVolume made(ServerSpec spec, VolumeSpec.New made, String name) {
        Optional<Image> image = image(made);
        Optional<Snapshot> snapshot =
                made.origin().ofSnapshot().map(snapshots::answer).map(StoragePlanner::available);
        String called = made.name().orElse(name);
        PlannedVolume.New volume = new PlannedVolume.New(
                called,
                size(made, called, image, snapshot),
                Optional.empty(),
                snapshot.map(Snapshot::id),
                made.type().map(this::type),
                made.deleteOnTermination(),
                snapshot.isPresent() ? VolumeZone.none() : zone(spec));
        return image.map(volume::of).orElse(volume);
    }

    // That of the first try.
    private VolumeZone zone(ServerSpec spec) {
        return new VolumeZone(Optional.empty(), zones.answer().orElse(Set.of()))
                .of(spec.options().availabilityZones().stream().findFirst());
    }

    private Optional<Image> image(VolumeSpec wanted) {
        return wanted.toBeMade().flatMap(made -> made.origin().ofImage()).map(images::answer);
    }

    private static int size(VolumeSpec.New wanted, String name, Optional<Image> image, Optional<Snapshot> snapshot) {
        int least = image.map(FlavorRequirement::disk)
                .or(() -> snapshot.map(Snapshot::size))
                .orElse(1);
        int size = wanted.size().orElse(Math.max(least, 1));
        if (size >= least) return size;
        String origin = image.map(one -> "image '" + one.name() + "'").orElse("its snapshot");
        throw new OpenStackException(
                "Volume '" + name + "' of " + size + " GiB is too small for " + origin + ", which needs " + least
                        + " GiB",
                "Set its <size> to " + least + " or more, or leave it out.");
    }

    // Where the types can't be listed, Cinder is told the name and knows it or not.
    private String type(String wanted) {
        return types.answer().orElseThrow().map(there -> type(there, wanted)).orElse(wanted);
    }

    private static String type(List<VolumeType> there, String wanted) {
        return there.stream()
                .filter(type -> type.name().equals(wanted) || type.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NamedResource("volume type", wanted)
                        .unknown(there.stream().map(VolumeType::name).toList()))
                .name();
    }

    private Volume available(Volume volume, ServerSpec spec) {
        boolean shared = volume.multiattach() && volume.status().equals("in-use");
        if (volume.status().equals("available") || shared || isLeft(volume, spec)) return volume;
        String user = volume.attachments().stream()
                .findFirst()
                .map(on -> " on server " + on.serverId())
                .orElse("");
        throw new OpenStackException(
                "Volume '" + volume.name().filter(name -> !name.isEmpty()).orElse(volume.id()) + "' is "
                        + volume.status() + user + ", not available",
                "Take it off its server first, or name another.");
    }

    private boolean isLeft(Volume volume, ServerSpec spec) {
        List<String> servers =
                volume.attachments().stream().map(Volume.Attachment::serverId).toList();
        return volume.status().equals("in-use") && earlier.leave(servers, spec.name());
    }

    private static Snapshot available(Snapshot snapshot) {
        if (snapshot.isAvailable()) return snapshot;
        throw new OpenStackException(
                "Snapshot '" + snapshot.name().filter(name -> !name.isEmpty()).orElse(snapshot.id()) + "' is "
                        + snapshot.status() + ", not available",
                "Wait until it is, or name another.");
    }

    private static void checkBootable(Volume volume) {
        if (volume.bootable().equals("true")) return;
        throw new OpenStackException(
                "Volume '" + volume.name().filter(name -> !name.isEmpty()).orElse(volume.id()) + "' is not bootable",
                "Name one that was made of an image, or mark it: openstack volume set --bootable " + volume.id());
    }
}
