package io.github.openstackmaven.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Snapshot;
import io.github.openstackmaven.simulator.state.Storage;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Schema;
import io.github.openstackmaven.simulator.web.Times;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** <a href="https://docs.openstack.org/api-ref/block-storage/v3/#volume-snapshots-snapshots">Snapshots of volumes</a>. */
final class SnapshotApi {
    private static final Schema CREATE = VolumeSchema.createSnapshot();
    private static final Schema UPDATE = VolumeSchema.update("snapshot");
    private final CloudState cloud;
    private final Storage storage;
    private final VolumeListing listing;

    SnapshotApi(CloudState cloud, String base) {
        this.cloud = cloud;
        this.storage = cloud.storage();
        this.listing = new VolumeListing(base, VolumeListing.Kind.SNAPSHOT);
    }

    List<Route> routes() {
        return List.of(
                Route.post("/snapshots", this::create),
                Route.get("/snapshots", call -> list(call, snapshot -> document(snapshot, call.minor()))),
                Route.get("/snapshots/detail", call -> list(call, snapshot -> shown(snapshot, call.minor()))),
                Route.get(
                        "/snapshots/{id}",
                        call -> Answer.json(200, JsonTree.object("snapshot", shown(find(call), call.minor())))),
                Route.put("/snapshots/{id}", this::update),
                Route.delete("/snapshots/{id}", this::delete));
    }

    private Snapshot find(Call call) {
        String id = call.part("id");
        return storage.snapshots()
                .find(call.project(), id)
                .orElseThrow(() -> Rejection.notFound("Snapshot " + id + " could not be found."));
    }

    private Answer create(Call call) {
        JsonNode asked = CREATE.read(call).get("snapshot");
        String id = asked.get("volume_id").asText();
        Volume volume = storage.volumes()
                .find(call.project(), id)
                .orElseThrow(() -> Rejection.notFound("Volume " + id + " could not be found."));
        Instant now = cloud.now();
        String status = volume.status(now);
        boolean forced = isForced(asked, call.minor());
        Set<String> good = forced ? Set.of("available", "in-use") : Set.of("available");
        if (!good.contains(status)) {
            throw Rejection.badRequest("Invalid volume: Volume " + id + " status must be "
                    + (forced ? "available, in-use" : "available") + ", but current status is: " + status + ".");
        }
        Snapshot snapshot = new VolumeSnapshots(cloud).create(call, volume, VolumeCreation.labels(asked));
        ObjectNode view = document(snapshot, call.minor());
        view.put("created_at", Times.naive(now)).putNull("updated_at");
        return Answer.json(202, JsonTree.object("snapshot", view));
    }

    // From 3.66 on a volume in use needs no force.
    private static boolean isForced(JsonNode asked, int minor) {
        boolean yes = asked.path("force").asText().matches("(?i)true|1|on|yes|y|t");
        if (minor >= 66 && asked.has("force") && !yes) {
            throw Rejection.badRequest(
                    "Since microversion 3.66 the 'force' flag is invalid for this request.  For backward"
                            + " compatability, however, when the 'force' flag is passed with a value evaluating to True, it is"
                            + " silently ignored.");
        }
        return yes || minor >= 66;
    }

    private Answer list(Call call, Function<Snapshot, JsonNode> view) {
        return listing.list(
                call,
                storage.snapshots().of(call.project()).stream()
                        .map(snapshot -> new VolumeListing.Item(document(snapshot, 0), view.apply(snapshot)))
                        .toList());
    }

    private Answer update(Call call) {
        JsonNode asked = UPDATE.read(call).get("snapshot");
        Snapshot snapshot = find(call);
        Snapshot changed = snapshot.with(VolumeApi.relabelled(snapshot.labels(), asked), cloud.now());
        storage.snapshots().put(changed);
        return Answer.json(200, JsonTree.object("snapshot", document(changed, call.minor())));
    }

    private Answer delete(Call call) {
        Snapshot snapshot = find(call);
        Instant now = cloud.now();
        if (!Set.of("available", "error").contains(snapshot.status(now))) {
            throw Rejection.badRequest("Invalid snapshot: Volume Snapshot status must be available or error or"
                    + " error_restoring or error_managing.");
        }
        storage.snapshots().put(snapshot.deleting(now.plus(storage.pace()), now));
        return Answer.html(202, "");
    }

    private ObjectNode document(Snapshot snapshot, int minor) {
        ObjectNode view = new Fields()
                .put("id", snapshot.id())
                .put("created_at", VolumeDocument.time(snapshot.life().created()))
                .put("updated_at", VolumeDocument.time(snapshot.life().updated()))
                .put("name", snapshot.labels().name())
                .put("description", snapshot.labels().description())
                .put("volume_id", snapshot.volume())
                .put("status", snapshot.status(cloud.now()))
                .put("size", snapshot.size())
                .put("metadata", snapshot.labels().metadata())
                .object();
        if (minor >= 14) view.putNull("group_snapshot_id");
        if (minor >= 41) view.put("user_id", snapshot.user());
        if (minor >= 65) view.put("consumes_quota", true);
        return view;
    }

    private ObjectNode shown(Snapshot snapshot, int minor) {
        boolean done = !snapshot.status(cloud.now()).equals("creating");
        return document(snapshot, minor)
                .put("os-extended-snapshot-attributes:project_id", snapshot.project())
                .put("os-extended-snapshot-attributes:progress", done ? "100%" : "0%");
    }
}
