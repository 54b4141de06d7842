package io.github.openstackmaven.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.state.Storage;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Schema;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** <a href="https://docs.openstack.org/api-ref/block-storage/v3/#volumes-volumes">Volumes</a>: create, list, show, change, delete. */
final class VolumeApi {
    private static final Schema UPDATE = VolumeSchema.update("volume");
    private final CloudState cloud;
    private final Storage storage;
    private final VolumeDocument document;
    private final VolumeCreation creation;
    private final VolumeListing listing;

    VolumeApi(CloudState cloud, String base) {
        this.cloud = cloud;
        this.storage = cloud.storage();
        this.document = new VolumeDocument(base);
        this.creation = new VolumeCreation(cloud);
        this.listing = new VolumeListing(base, VolumeListing.Kind.VOLUME);
    }

    List<Route> routes() {
        return List.of(
                Route.post("/volumes", this::create),
                Route.get("/volumes", call -> list(call, document::brief)),
                Route.get(
                        "/volumes/detail",
                        call -> list(call, volume -> document.shown(volume, cloud.now(), call.minor()))),
                Route.get("/volumes/{id}", this::show),
                Route.put("/volumes/{id}", this::update),
                Route.delete("/volumes/{id}", this::delete));
    }

    static Volume find(CloudState cloud, Call call) {
        String id = call.part("id");
        return cloud.storage()
                .volumes()
                .find(call.project(), id)
                .orElseThrow(() -> Rejection.notFound("Volume " + id + " could not be found."));
    }

    private Answer create(Call call) {
        return Answer.json(202, JsonTree.object("volume", document.created(creation.create(call), call.minor())));
    }

    private Answer list(Call call, Function<Volume, JsonNode> view) {
        Instant now = cloud.now();
        return listing.list(
                call,
                storage.volumes().of(call.project()).stream()
                        .map(volume -> new VolumeListing.Item(document.shown(volume, now, 0), view.apply(volume)))
                        .toList());
    }

    private Answer show(Call call) {
        return Answer.json(
                200, JsonTree.object("volume", document.shown(find(cloud, call), cloud.now(), call.minor())));
    }

    private Answer update(Call call) {
        JsonNode asked = UPDATE.read(call).get("volume");
        Volume volume = find(cloud, call);
        Volume changed = volume.with(relabelled(volume.labels(), asked), cloud.now());
        storage.volumes().put(changed);
        return Answer.json(200, JsonTree.object("volume", document.changed(changed, cloud.now(), call.minor())));
    }

    /** The labels with those that were given changed. */
    static Volume.Labels relabelled(Volume.Labels old, JsonNode asked) {
        Volume.Labels given = VolumeCreation.labels(asked);
        return new Volume.Labels(
                asked.has("name") || asked.has("display_name") ? given.name() : old.name(),
                asked.has("description") || asked.has("display_description") ? given.description() : old.description(),
                asked.has("metadata") ? given.metadata() : old.metadata());
    }

    private Answer delete(Call call) {
        Volume volume = find(cloud, call);
        Instant now = cloud.now();
        boolean free = volume.status(now).equals("available") && !storage.hasSnapshots(volume.id());
        if (!free) {
            throw Rejection.badRequest("Invalid volume: Volume status must be available or error or error_restoring or"
                    + " error_extending or error_managing and must not be migrating, attached, belong to a group, have"
                    + (cloud.release().since(Release.ZED) ? " snapshots, awaiting a transfer, or" : " snapshots or")
                    + " be disassociated from snapshots after volume transfer.");
        }
        storage.volumes().put(volume.deleting(now.plus(storage.pace()), now));
        return Answer.html(202, "");
    }
}
