package io.github.openstackmaven.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A volume as <a href="https://docs.openstack.org/api-ref/block-storage/v3/#show-a-volume-s-details">Cinder shows it</a>, by microversion. */
record VolumeDocument(String base) {

    ObjectNode brief(Volume volume) {
        return JsonTree.object("id", volume.id(), "name", volume.labels().name(), "links", links(volume.id()));
    }

    /** As it was just made: to the microsecond, and as if nothing had happened to it. */
    ObjectNode created(Volume volume, int minor) {
        ObjectNode view = changed(volume, volume.life().created(), minor);
        view.put("created_at", Times.naive(volume.life().created()));
        view.putNull("updated_at");
        if (minor >= 48) view.putNull("service_uuid");
        return view;
    }

    /** As the answer to a change: without the project. */
    ObjectNode changed(Volume volume, Instant now, int minor) {
        ObjectNode view = new Fields()
                .put("id", volume.id())
                .put("status", volume.status(now))
                .put("size", volume.size())
                .put("availability_zone", "nova")
                .put("created_at", time(volume.life().created()))
                .put("updated_at", time(updated(volume, now)))
                .put("name", volume.labels().name())
                .put("description", volume.labels().description())
                .put("volume_type", volume.type().name())
                .put("snapshot_id", volume.origin().snapshot())
                .put("source_volid", volume.origin().volume())
                .put("metadata", volume.labels().metadata())
                .put("links", links(volume.id()))
                .put("user_id", volume.user())
                .put("bootable", Boolean.toString(volume.isBootable(now)))
                .put("encrypted", false)
                .put("replication_status", Optional.empty())
                .put("consistencygroup_id", Optional.empty())
                .put("multiattach", false)
                .put("attachments", attachments(volume, now))
                .object();
        if (minor >= 13) view.putNull("group_id");
        if (minor >= 48) view.put("shared_targets", false).put("service_uuid", Ids.uuid("service/volume"));
        if (minor >= 63) view.put("volume_type_id", volume.type().id());
        if (minor >= 65) view.put("consumes_quota", true);
        return view;
    }

    ObjectNode shown(Volume volume, Instant now, int minor) {
        ObjectNode view = changed(volume, now, minor);
        view.put("os-vol-tenant-attr:tenant_id", volume.project());
        volume.origin().image().filter(image -> volume.isReady(now)).ifPresent(image -> {
            view.set("volume_image_metadata", metadata(image));
        });
        return view;
    }

    static String time(Instant time) {
        return Times.naive(time.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Instant updated(Volume volume, Instant now) {
        Volume.Life life = volume.life();
        return life.ready().isAfter(now) || life.updated().isAfter(life.ready()) ? life.updated() : life.ready();
    }

    private static List<JsonNode> attachments(Volume volume, Instant now) {
        return volume
                .attachment()
                .filter(attachment -> !now.isBefore(attachment.since()))
                .map(attachment -> new Fields()
                        .put("id", volume.id())
                        .put("attachment_id", attachment.id())
                        .put("volume_id", volume.id())
                        .put("server_id", attachment.server())
                        .put("host_name", Optional.empty())
                        .put("device", attachment.device())
                        .put("attached_at", time(attachment.since()))
                        .object())
                .<JsonNode>map(view -> view)
                .stream()
                .toList();
    }

    private static JsonNode metadata(Image image) {
        ObjectNode view = JsonTree.object();
        image.properties().forEach(view::put);
        view.setAll(new Fields()
                .put("image_id", image.id())
                .put("image_name", image.name())
                .put("checksum", Ids.hex("content/" + image.size()))
                .put("container_format", "bare")
                .put("disk_format", "raw")
                .put("min_disk", Integer.toString(image.minDisk()))
                .put("min_ram", Integer.toString(image.minRam()))
                .put("size", Integer.toString(image.size()))
                .object());
        return view;
    }

    private List<JsonNode> links(String id) {
        return List.of(
                JsonTree.object("rel", "self", "href", base + "/volume/v3/volumes/" + id),
                JsonTree.object("rel", "bookmark", "href", base + "/volume/volumes/" + id));
    }
}
