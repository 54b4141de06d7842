package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Disk;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * <a href="https://docs.openstack.org/api-ref/compute/#servers-with-volume-attachments-servers-os-volume-attachments">A
 * server's volumes</a>.
 */
final class VolumeAttachmentApi {
    private final CloudState cloud;
    private final ServerDisks disks;

    VolumeAttachmentApi(CloudState cloud) {
        this.cloud = cloud;
        this.disks = new ServerDisks(cloud);
    }

    List<Route> routes() {
        String all = "/servers/{id}/os-volume_attachments";
        return List.of(
                Route.get(all, this::list),
                Route.post(all, this::attach),
                Route.get(all + "/{volume}", this::show),
                Route.delete(all + "/{volume}", this::detach));
    }

    private Answer list(Call call) {
        Server server = ServerApi.find(cloud, call);
        return Answer.json(
                200,
                JsonTree.object(
                        "volumeAttachments",
                        cloud.storage().disks(server.id()).stream()
                                .map(disk -> document(disk, call.minor()))
                                .toList()));
    }

    private Answer show(Call call) {
        Server server = ServerApi.find(cloud, call);
        return Answer.json(200, JsonTree.object("volumeAttachment", document(find(server, call), call.minor())));
    }

    private Disk find(Server server, Call call) {
        String volume = call.part("volume");
        return cloud.storage().disks(server.id()).stream()
                .filter(disk -> disk.volume().equals(volume))
                .findFirst()
                .orElseThrow(
                        () -> Rejection.notFound("Instance " + server.id() + " is not attached to volume " + volume));
    }

    private Answer attach(Call call) {
        JsonNode asked = schema(call.minor()).read(call).get("volumeAttachment");
        Server server = ServerApi.findRunning(cloud, call, "attach_volume");
        Volume volume = volume(call, asked.get("volumeId").asText());
        volume.attachment().ifPresent(other -> {
            throw Rejection.badRequest("Invalid volume: volume " + volume.id()
                    + (cloud.release().since(Release.ZED)
                            ? " is already attached to instances: " + other.server()
                            : " already attached"));
        });
        BlockDevices.checkFree(volume, cloud, call);
        Disk disk = disks.attach(
                volume.id(),
                server,
                asked.path("delete_on_termination").asText().matches("(?i)true|1|on|yes"),
                JsonTree.text(asked, "tag"),
                JsonTree.text(asked, "device"));
        if (call.minor() >= 101) return Answer.html(202, "");
        ObjectNode view = new Fields()
                .put("id", disk.volume())
                .put("serverId", disk.server())
                .put("volumeId", disk.volume())
                .put("device", disk.device())
                .object();
        return Answer.json(200, JsonTree.object("volumeAttachment", view.setAll(byVersion(disk, call.minor()))));
    }

    private Volume volume(Call call, String id) {
        return cloud.storage()
                .volumes()
                .find(call.project(), id)
                .orElseThrow(() -> Rejection.notFound("Volume " + id + " could not be found."));
    }

    private static Schema schema(int minor) {
        Map<String, Schema> fields = new HashMap<>();
        fields.put("volumeId", Schema.uuid());
        fields.put("device", Schema.nullable(Schema.pattern("(^/dev/x{0,1}[a-z]{0,1}d{0,1})([a-z]+)[0-9]*$", 0, 255)));
        if (minor >= 49) fields.put("tag", ServerSchema.DEVICE_TAG);
        if (minor >= 79) fields.put("delete_on_termination", ServerSchema.yesOrNo());
        return Schema.wrapped("volumeAttachment", Schema.object(fields, List.of("volumeId")));
    }

    private Answer detach(Call call) {
        Server server = ServerApi.find(cloud, call);
        Volume volume = volume(call, call.part("volume"));
        Disk disk = find(server, call);
        if (disk.root()) throw Rejection.badRequest("Cannot detach a root device volume");
        ServerApi.findRunning(cloud, call, "detach_volume");
        cloud.storage().detach(volume, cloud.now());
        return Answer.empty(202);
    }

    private static ObjectNode document(Disk disk, int minor) {
        ObjectNode view = new Fields()
                .put("volumeId", disk.volume())
                .put("serverId", disk.server())
                .object();
        disk.device().ifPresent(device -> view.put("device", device));
        if (minor < 89) view.put("id", disk.volume());
        view.setAll(byVersion(disk, minor));
        if (minor >= 89) view.put("attachment_id", disk.attachment()).put("bdm_uuid", disk.mapping());
        return view;
    }

    private static ObjectNode byVersion(Disk disk, int minor) {
        ObjectNode view = JsonTree.object();
        if (minor >= 70) view.set("tag", JsonTree.node(disk.tag()));
        if (minor >= 79) view.put("delete_on_termination", disk.deleteOnTermination());
        return view;
    }
}
