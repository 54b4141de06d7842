package io.github.openstackmaven.simulator.nova;

import io.github.openstackmaven.simulator.cinder.VolumeCreation;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Disk;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.state.Snapshot;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a server's volumes and puts them on it. */
final class ServerDisks {
    private static final String FOLDER = "/dev/";
    private final CloudState cloud;
    private final VolumeCreation creation;

    ServerDisks(CloudState cloud) {
        this.cloud = cloud;
        this.creation = new VolumeCreation(cloud);
    }

    /**
     * Makes and attaches the volumes of a server to be built.
     *
     * @param buildTime empty when it found no host: volumes are then not made, and those there are only reserved
     * @return why the build will fail
     */
    Optional<String> attach(Call call, String server, BlockDevices wanted, Optional<Duration> buildTime) {
        Instant now = cloud.now();
        Instant since = buildTime.map(time -> now.plus(time.dividedBy(2))).orElse(Instant.MAX);
        Set<String> taken = new TreeSet<>();
        try {
            for (BlockDevice device : inOrder(wanted)) {
                String name = name(device, taken);
                taken.add(name);
                boolean wait = buildTime.isEmpty() && device.volume().isEmpty();
                if (!device.isVolume() || wait) continue;
                String volume = device.volume()
                        .orElseGet(() -> create(call, server, device).id());
                Optional<String> known = buildTime.map(time -> name);
                cloud.storage().attach(disk(volume, server, known, device), since, now);
            }
            return Optional.empty();
        } catch (Rejection e) {
            return Optional.of("Build of instance " + server + " aborted: " + e.getMessage());
        }
    }

    /** Attaches a volume to a server that runs. */
    Disk attach(
            String volume, Server server, boolean deleteOnTermination, Optional<String> tag, Optional<String> name) {
        Set<String> taken = new TreeSet<>();
        if (server.image().isPresent()) taken.add(FOLDER + "sda");
        cloud.storage().disks(server.id()).forEach(disk -> disk.device().ifPresent(taken::add));
        String device = name.orElseGet(() -> free(taken));
        Disk disk = Disk.of(volume, server.id(), Optional.of(device), false, deleteOnTermination, tag);
        Instant now = cloud.now();
        cloud.storage().attach(disk, now.plus(cloud.storage().pace()), now);
        return disk;
    }

    private Volume create(Call call, String server, BlockDevice device) {
        int size = device.size()
                .or(() -> device.snapshot()
                        .flatMap(cloud.storage().snapshots()::find)
                        .map(Snapshot::size))
                .orElse(1);
        String name = device.uuid().isEmpty() ? server + "-blank-vol" : "";
        return creation.create(call, name, size, device.volumeType(), device.snapshot(), device.image());
    }

    private static Disk disk(String volume, String server, Optional<String> name, BlockDevice device) {
        return Disk.of(volume, server, name, device.isRoot(), device.deleteOnTermination(), device.tag());
    }

    // Names are given to the root first, then to what is on the host's own disk.
    private static List<BlockDevice> inOrder(BlockDevices wanted) {
        Comparator<BlockDevice> rootFirst = Comparator.comparing(device -> !device.isRoot());
        return wanted.devices().stream()
                .sorted(rootFirst.thenComparing(BlockDevice::isVolume))
                .toList();
    }

    private static String name(BlockDevice device, Set<String> taken) {
        return device.name()
                .map(name -> name.startsWith(FOLDER) ? name : FOLDER + name)
                .orElseGet(() -> free(taken));
    }

    private static String free(Set<String> taken) {
        Stream<String> letters = IntStream.rangeClosed('a', 'z').mapToObj(letter -> FOLDER + "sd" + (char) letter);
        return letters.filter(name -> !taken.contains(name)).findFirst().orElse(FOLDER + "sdz");
    }
}
