package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.cinder.VolumeSnapshots;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Disk;
import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.state.Limits.Limit;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.state.Snapshot;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images of servers: <a href="https://docs.openstack.org/api-ref/compute/#create-image-createimage-action">createImage</a>. */
record ServerImages(CloudState cloud, Links links) {
    static final String ACTION = "createImage";

    private static final Schema SCHEMA = Schema.wrapped(
            ACTION,
            Schema.object(Map.of("name", ServerSchema.NAME, "metadata", ServerSchema.METADATA), List.of("name")));
    private static final int ID_IN_BODY = 45;

    Answer create(Call call) {
        JsonNode asked = SCHEMA.read(call).get(ACTION);
        String name = asked.get("name").asText();
        Server server = ServerApi.findIdle(cloud, call, ACTION);
        Map<String, String> metadata = JsonTree.texts(asked.path("metadata"));
        Image image = root(server)
                .map(disk -> ofVolumes(call, server, name, metadata))
                .orElseGet(() -> ofDisk(server, name, metadata));
        cloud.images().put(image);
        Instant busy = image.content().saved().map(Image.Saving::end).orElse(cloud.now());
        cloud.servers().put(server.imaging(busy, call.requestId(), cloud.now()));
        return call.minor() < ID_IN_BODY
                ? Answer.html(202, "").with("Location", links.base() + "/image//images/" + image.id())
                : Answer.json(202, JsonTree.object("image_id", image.id()));
    }

    private Optional<Disk> root(Server server) {
        return cloud.storage().disks(server.id()).stream().filter(Disk::root).findFirst();
    }

    private Image ofDisk(Server server, String name, Map<String, String> metadata) {
        Optional<Image> base = server.image().flatMap(cloud::imageEver);
        Map<String, String> properties = inherited(base, server.image().orElse(""));
        properties.putAll(Map.of("instance_uuid", server.id(), "user_id", server.user(), "image_type", "snapshot"));
        Instant now = cloud.now();
        Duration takes =
                cloud.snapshotTime().plus(ServerCreation.seconds(server.labels().metadata(), "oslab_snapshot_delay"));
        Instant end = now.plus(takes);
        return made(server, base, name, properties, metadata)
                .saving(base.map(Image::size).orElse(0), new Image.Saving(end.minus(takes.dividedBy(4)), end));
    }

    private Image ofVolumes(Call call, Server server, String name, Map<String, String> metadata) {
        admit(server.project());
        List<ObjectNode> mapping = new ArrayList<>();
        Optional<Image> base = Optional.empty();
        for (Disk disk : cloud.storage().disks(server.id())) {
            Volume volume = cloud.storage().volumes().find(disk.volume()).orElseThrow();
            if (disk.root()) base = volume.origin().image();
            mapping.add(mapped(disk, snapshot(call, volume, name)));
        }
        Map<String, String> properties = inherited(base, "");
        Map<String, String> asked = new HashMap<>(metadata);
        asked.put("root_device_name", root(server).flatMap(Disk::device).orElse(""));
        asked.put("bdm_v2", "True");
        asked.put(Image.MAPPING, JsonTree.array(mapping).toString());
        return made(server, base, name, properties, asked).ofVolumes();
    }

    private Snapshot snapshot(Call call, Volume volume, String name) {
        try {
            return new VolumeSnapshots(cloud).create(call, volume, "snapshot for " + name);
        } catch (Rejection e) {
            throw e.status() == 413 ? Rejection.forbidden("Quota exceeded for resources: snapshots") : e;
        }
    }

    private Image made(
            Server server,
            Optional<Image> base,
            String name,
            Map<String, String> properties,
            Map<String, String> metadata) {
        admit(server.project());
        properties.putAll(metadata);
        properties.put("name", name);
        properties.put("visibility", "private");
        properties.put("min_disk", Integer.toString(server.flavor().disk()));
        properties.put("min_ram", Integer.toString(base.map(Image::minRam).orElse(0)));
        return Image.queued(server.project(), cloud.now(), properties);
    }

    // Nova doesn't expect this of Glance.
    private void admit(String project) {
        if (cloud.limits()
                .allow(project, Limit.IMAGES, cloud.images().of(project).size() + 1L)) return;
        throw ComputeService.defect("glanceclient.exc.HTTPOverLimit");
    }

    // All of the base's, marks included.
    private static Map<String, String> inherited(Optional<Image> base, String ref) {
        Map<String, String> properties = new HashMap<>(Map.of("base_image_ref", ref));
        base.map(Image::properties).ifPresent(properties::putAll);
        properties.remove(Image.MAPPING);
        properties.putAll(
                Map.of("owner_user_name", "demo", "owner_project_name", "demo", "boot_roles", "reader,member"));
        return properties;
    }

    private static ObjectNode mapped(Disk disk, Snapshot snapshot) {
        Fields device = new Fields();
        for (String none : List.of(
                "image_id",
                "encryption_secret_uuid",
                "disk_bus",
                "guest_format",
                "encryption_options",
                "no_device",
                "volume_type",
                "encryption_format",
                "volume_id",
                "encrypted",
                "device_type")) {
            device.put(none, Optional.empty());
        }
        return device.put("snapshot_id", snapshot.id())
                .put("source_type", "snapshot")
                .put("destination_type", "volume")
                .put("boot_index", disk.root() ? Optional.of(0) : Optional.empty())
                .put("delete_on_termination", disk.deleteOnTermination())
                .put("volume_size", snapshot.size())
                .put("device_name", disk.device())
                .put("tag", disk.tag())
                .object();
    }

    /** The disks that an image of volumes is booted with. */
    static List<BlockDevice> disks(Image image) {
        return JsonTree.parse(image.properties().getOrDefault(Image.MAPPING, "[]")).stream()
                .flatMap(JsonNode::valueStream)
                .map(device -> new BlockDevice(
                        "snapshot",
                        JsonTree.text(device, "snapshot_id"),
                        true,
                        device.path("boot_index").asInt(-1),
                        Optional.of(device.path("volume_size").asInt()),
                        Optional.empty(),
                        device.path("delete_on_termination").asBoolean(),
                        false,
                        JsonTree.text(device, "tag"),
                        Optional.empty()))
                .toList();
    }
}
