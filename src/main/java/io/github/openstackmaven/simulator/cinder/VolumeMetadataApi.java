package io.github.openstackmaven.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** <a href="https://docs.openstack.org/api-ref/block-storage/v3/#volumes-volumes">A volume's metadata</a>. */
final class VolumeMetadataApi {
    private static final Schema ALL = Schema.wrapped("metadata", VolumeSchema.METADATA);
    private static final Schema ONE = Schema.wrapped("meta", Schema.single(VolumeSchema.METADATA));
    private final CloudState cloud;

    VolumeMetadataApi(CloudState cloud) {
        this.cloud = cloud;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/volumes/{id}/metadata", call -> all(VolumeApi.find(cloud, call))),
                Route.post("/volumes/{id}/metadata", this::merge),
                Route.put("/volumes/{id}/metadata", this::replace),
                Route.get("/volumes/{id}/metadata/{key}", this::show),
                Route.put("/volumes/{id}/metadata/{key}", this::set),
                Route.delete("/volumes/{id}/metadata/{key}", this::remove));
    }

    private static Answer all(Volume volume) {
        return Answer.json(200, JsonTree.object("metadata", volume.labels().metadata()));
    }

    private Answer merge(Call call) {
        Map<String, String> more = JsonTree.texts(ALL.read(call).get("metadata"));
        Volume volume = VolumeApi.find(cloud, call);
        Map<String, String> merged = new TreeMap<>(volume.labels().metadata());
        merged.putAll(more);
        return all(store(volume, merged));
    }

    private Answer replace(Call call) {
        Map<String, String> metadata = JsonTree.texts(ALL.read(call).get("metadata"));
        return all(store(VolumeApi.find(cloud, call), metadata));
    }

    private Answer show(Call call) {
        Volume volume = VolumeApi.find(cloud, call);
        return Answer.json(200, JsonTree.object("meta", Map.of(call.part("key"), value(volume, call.part("key")))));
    }

    private Answer set(Call call) {
        JsonNode meta = ONE.read(call).get("meta");
        String key = call.part("key");
        if (!meta.has(key)) throw Rejection.badRequest("Request body and URI mismatch");
        Volume volume = VolumeApi.find(cloud, call);
        Map<String, String> metadata = new TreeMap<>(volume.labels().metadata());
        metadata.put(key, meta.get(key).asText());
        store(volume, metadata);
        return Answer.json(200, JsonTree.object("meta", meta));
    }

    private Answer remove(Call call) {
        Volume volume = VolumeApi.find(cloud, call);
        value(volume, call.part("key"));
        Map<String, String> metadata = new TreeMap<>(volume.labels().metadata());
        metadata.remove(call.part("key"));
        store(volume, metadata);
        return Answer.html(200, "");
    }

    private static String value(Volume volume, String key) {
        if (!volume.labels().metadata().containsKey(key)) {
            throw Rejection.notFound("Volume " + volume.id() + " has no metadata with key " + key + ".");
        }
        return volume.labels().metadata().get(key);
    }

    private Volume store(Volume volume, Map<String, String> metadata) {
        Volume changed = volume.with(volume.labels().withMetadata(metadata), cloud.now());
        cloud.storage().volumes().put(changed);
        return changed;
    }
}
