package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Flavor;
import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.state.VolumeType;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The disks that a create asks for, checked as Nova checks them: what is wrong with one may show only late. */
record BlockDevices(CloudState cloud, List<BlockDevice> devices) {
    private static final long GIB = 1L << 30;

    /** Reads them, if the fields of each go together. */
    static BlockDevices of(CloudState cloud, JsonNode asked) {
        boolean imageNamed = !asked.path("imageRef").asText("").isEmpty();
        return new BlockDevices(
                cloud,
                StreamSupport.stream(asked.path("block_device_mapping_v2").spliterator(), false)
                        .map(device -> BlockDevice.of(device, imageNamed))
                        .toList());
    }

    /** The same, or where none was asked for those that an image says. */
    BlockDevices or(Optional<Image> image) {
        return devices.isEmpty()
                ? image.map(one -> new BlockDevices(cloud, ServerImages.disks(one)))
                        .orElse(this)
                : this;
    }

    /** Whether the server's own disk is a volume, so that the flavor's disk doesn't matter. */
    boolean bootsFromVolume() {
        return root().filter(BlockDevice::isVolume).isPresent();
    }

    private Optional<BlockDevice> root() {
        return devices.stream().filter(BlockDevice::isRoot).findFirst();
    }

    /** What is booted when no image is named: that of the root disk, or of the volume that is it. */
    Optional<Image> bootImage(String project) {
        if (devices.isEmpty()) throw Rejection.badRequest("Missing imageRef attribute");
        return root().flatMap(root -> root.image()
                .map(this::image)
                .or(() -> root.volume().flatMap(id -> bootable(project, id)))
                .or(() -> root.snapshot().flatMap(id -> snapshotted(project, id))));
    }

    private Image image(String id) {
        Image image = cloud.image(id).orElseThrow(() -> BlockDevice.invalid("failed to get image " + id + "."));
        // Nova has lost the id by then.
        if (!image.isActive()) throw Rejection.badRequest("Image None is not active.");
        return image;
    }

    private Optional<Image> bootable(String project, String id) {
        Volume volume = cloud.storage()
                .volumes()
                .find(project, id)
                .orElseThrow(() -> BlockDevice.invalid("failed to get volume " + id + "."));
        if (!volume.isBootable(cloud.now())) {
            throw Rejection.badRequest("Block Device " + id + " is not bootable.");
        }
        Optional<Image> image = volume.origin().image();
        // Cinder has made a text of the list that such an image is.
        if (image.filter(Image::isOfVolumes).isPresent()) {
            throw Rejection.badRequest("Invalid image metadata. Error: A list is required in field"
                    + " img_block_device_mapping, not a str");
        }
        return image;
    }

    private Optional<Image> snapshotted(String project, String id) {
        return cloud.storage()
                .snapshots()
                .find(project, id)
                .orElseThrow(() -> Rejection.badRequest("Snapshot " + id + " could not be found."))
                .image();
    }

    /** Refuses volumes there aren't, and one volume for several servers. */
    void checkVolumes(String project, int servers) {
        List<String> volumes =
                devices.stream().flatMap(device -> device.volume().stream()).toList();
        if (servers > 1 && !volumes.isEmpty()) {
            throw Rejection.badRequest("Cannot attach one or more volumes to multiple instances");
        }
        for (String id : volumes) {
            if (cloud.storage().volumes().find(project, id).isEmpty()) {
                throw cloud.release().since(Release.ZED)
                        ? Rejection.badRequest("Volume " + id + " could not be found.")
                        : ComputeService.defect("nova.exception.VolumeNotFound");
            }
        }
    }

    /** Refuses an image that wants more than the volume it is to go on. */
    void checkFit(Image image) {
        root().flatMap(BlockDevice::size).filter(size -> size < image.minDisk()).ifPresent(size -> {
            throw Rejection.badRequest("Volume is smaller than the minimum size specified in image metadata."
                    + " Volume size is " + size * GIB + " bytes, minimum size is " + image.minDisk() * GIB
                    + " bytes.");
        });
    }

    /** Everything else, which Nova looks at last. */
    void check(Call call, Flavor flavor) {
        if (devices.isEmpty()) return;
        List<Integer> order = devices.stream()
                .map(BlockDevice::bootIndex)
                .filter(index -> index >= 0)
                .sorted()
                .toList();
        if (order.isEmpty()
                || !order.equals(IntStream.range(0, order.size()).boxed().toList())) {
            throw BlockDevice.invalid(
                    "Boot sequence for the instance and image/block device mapping combination is not valid.");
        }
        devices.forEach(device -> check(call, device));
        if (blank(true) > flavor.swap()) {
            throw Rejection.badRequest("Swap drive requested is larger than instance type allows.");
        }
        if (blank(false) > flavor.ephemeral()) {
            throw Rejection.badRequest(
                    "Ephemeral disks requested are larger than the instance type allows. If no size is"
                            + " given in one block device mapping, flavor ephemeral size will be used.");
        }
    }

    private int blank(boolean swap) {
        return devices.stream()
                .filter(device -> device.isBlank() && device.swap() == swap)
                .mapToInt(device -> device.size().orElse(0))
                .sum();
    }

    private void check(Call call, BlockDevice device) {
        device.volumeType().filter(name -> VolumeType.of(name).isEmpty()).ifPresent(name -> {
            throw Rejection.badRequest("Volume type " + name + " could not be found.");
        });
        device.image().filter(id -> cloud.image(id).isEmpty()).ifPresent(id -> {
            throw BlockDevice.invalid("failed to get image " + id + ".");
        });
        boolean sized = device.size().isPresent() || !device.isVolume();
        if (device.image().isPresent() && !sized) {
            throw Rejection.badRequest("Images with destination_type 'volume' need to have a non-zero size specified");
        }
        if (device.source().equals("blank") && !sized) {
            throw Rejection.badRequest("Blank volumes (source: 'blank', dest: 'volume') need to have non-zero size");
        }
        device.snapshot()
                .filter(id ->
                        cloud.storage().snapshots().find(call.project(), id).isEmpty())
                .ifPresent(id -> {
                    throw BlockDevice.invalid("failed to get snapshot " + id + ".");
                });
        device.volume().flatMap(cloud.storage().volumes()::find).ifPresent(volume -> checkFree(volume, cloud, call));
    }

    /** Refuses what can't be attached, as Nova passes on Cinder's words. */
    static void checkFree(Volume volume, CloudState cloud, Call call) {
        String status = volume.status(cloud.now());
        if (!status.equals("available")) {
            throw Rejection.badRequest("Invalid volume: Invalid input received: Invalid volume: Volume " + volume.id()
                    + " status must be available or downloading to reserve, but the current status is " + status
                    + ". (HTTP 400) (Request-ID: " + call.requestId() + ")");
        }
    }
}
