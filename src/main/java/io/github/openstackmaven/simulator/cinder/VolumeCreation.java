package io.github.openstackmaven.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.state.Snapshot;
import io.github.openstackmaven.simulator.state.Storage;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.state.VolumeType;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes volumes of requests, or says why not, in the order Cinder looks at things. */
public final class VolumeCreation {
    private final CloudState cloud;
    private final Storage storage;
    private final VolumeQuotas quotas;

    public VolumeCreation(CloudState cloud) {
        this.cloud = cloud;
        this.storage = cloud.storage();
        this.quotas = new VolumeQuotas(storage, cloud.limits());
    }

    Volume create(Call call) {
        JsonNode asked = VolumeSchema.createVolume().read(call).get("volume");
        if (cloud.release().since(Release.ZED)) checkMultiattach(asked);
        Optional<VolumeType> type = type(asked);
        String project = call.project();
        Optional<Snapshot> snapshot = JsonTree.text(asked, "snapshot_id").map(id -> snapshot(project, id));
        Optional<Volume> source = JsonTree.text(asked, "source_volid").map(id -> volume(project, id));
        int size = size(asked, snapshot, source);
        Optional<Image> image = JsonTree.text(asked, "imageRef").map(ref -> image(call, ref));
        VolumeSources sources = new VolumeSources(snapshot, source, image);
        sources.check(type);
        sources.checkReady(cloud.now());
        checkZone(asked);
        sources.check(size);
        quotas.admitVolume(project, size);
        return make(call, labels(asked), size, type.or(sources::type).orElse(VolumeType.STANDARD), sources);
    }

    /** A volume Nova makes for a server: of an image, of a snapshot, or blank; refused for the quota alone. */
    public Volume create(
            Call call,
            String name,
            int size,
            Optional<String> type,
            Optional<String> snapshot,
            Optional<String> image) {
        quotas.admitVolume(call.project(), size);
        VolumeSources sources = new VolumeSources(
                snapshot.map(id -> snapshot(call.project(), id)), Optional.empty(), image.flatMap(cloud::image));
        Volume.Labels labels = new Volume.Labels(Optional.of(name), Optional.of(""), Map.of());
        return make(
                call,
                labels,
                size,
                type.flatMap(VolumeType::of).or(sources::type).orElse(VolumeType.STANDARD),
                sources);
    }

    private Volume make(Call call, Volume.Labels labels, int size, VolumeType type, VolumeSources sources) {
        Instant now = cloud.now();
        Volume.Life life = Volume.Life.of(now, now.plus(storage.pace()));
        Volume volume = Volume.create(call.project(), call.caller().user(), labels, size, type, sources.origin(), life);
        storage.volumes().put(volume);
        return volume;
    }

    static Volume.Labels labels(JsonNode asked) {
        return new Volume.Labels(
                JsonTree.text(asked, "name")
                        .or(() -> JsonTree.text(asked, "display_name"))
                        .map(String::strip),
                JsonTree.text(asked, "description")
                        .or(() -> JsonTree.text(asked, "display_description"))
                        .map(String::strip),
                JsonTree.texts(asked.path("metadata")));
    }

    private static void checkMultiattach(JsonNode asked) {
        if (asked.path("multiattach").asBoolean()) {
            throw Rejection.badRequest(
                    "multiattach parameter has been removed. The default behavior is to use multiattach"
                            + " enabled volume types. Contact your administrator to create a multiattach enabled volume type"
                            + " and use it to create multiattach volumes.");
        }
    }

    private static Optional<VolumeType> type(JsonNode asked) {
        return JsonTree.text(asked, "volume_type")
                .filter(name -> !name.isEmpty())
                .map(name -> VolumeType.of(name)
                        .orElseThrow(() -> Rejection.notFound("Volume type " + (Schema.isUuid(name) ? "" : "with name ")
                                + name + " could not be found.")));
    }

    private Snapshot snapshot(String project, String id) {
        return storage.snapshots()
                .find(project, id)
                .orElseThrow(() -> Rejection.notFound("Snapshot " + id + " could not be found."));
    }

    private Volume volume(String project, String id) {
        return storage.volumes()
                .find(project, id)
                .orElseThrow(() -> Rejection.notFound("Volume " + id + " could not be found."));
    }

    private static int size(JsonNode asked, Optional<Snapshot> snapshot, Optional<Volume> source) {
        if (asked.hasNonNull("size")) return asked.get("size").asInt();
        return snapshot.map(Snapshot::size).or(() -> source.map(Volume::size)).orElseThrow(VolumeService::malformed);
    }

    // Cinder takes an image's name as well.
    private Image image(Call call, String ref) {
        List<Image> found = cloud.images(call.project()).stream()
                .filter(image -> image.id().equals(ref) || image.name().equals(ref))
                .toList();
        if (found.size() > 1) {
            throw Rejection.conflict("Multiple matches found for '" + ref + "', use an ID to be more specific.");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(
                        () -> Rejection.badRequest("Invalid image identifier or unable to access requested image."));
    }

    private static void checkZone(JsonNode asked) {
        String zone = asked.path("availability_zone").asText("nova");
        if (!zone.equals("nova")) throw Rejection.badRequest("Availability zone '" + zone + "' is invalid.");
    }
}
