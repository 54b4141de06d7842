package io.github.openstackmaven.simulator.cinder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.state.VolumeType;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import java.util.List;

/**
 * <a href="https://docs.openstack.org/api-ref/block-storage/v3/#volume-types-types">Types of volumes</a> and
 * <a href="https://docs.openstack.org/api-ref/block-storage/v3/#availability-zones-os-availability-zone">zones</a>.
 */
record VolumeTypeApi(Release release) {

    List<Route> routes() {
        return List.of(
                Route.get("/types", call -> list()),
                Route.get("/types/{id}", this::show),
                Route.get("/os-availability-zone", call -> zones()));
    }

    private Answer list() {
        return Answer.json(
                200,
                JsonTree.object(
                        "volume_types",
                        VolumeType.ALL.stream()
                                .map(type -> document(type).put("os-volume-type-access:is_public", true))
                                .toList()));
    }

    private Answer show(Call call) {
        String id = call.part("id");
        VolumeType found = id.equals("default")
                ? VolumeType.STANDARD
                : VolumeType.ALL.stream()
                        .filter(type -> type.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Rejection.notFound("Volume type " + id + " could not be found."));
        ObjectNode view = document(found);
        // The default type is shown without what the access extension adds.
        if (!id.equals("default")) view.put("os-volume-type-access:is_public", true);
        return Answer.json(200, JsonTree.object("volume_type", view));
    }

    private ObjectNode document(VolumeType type) {
        Fields fields = new Fields()
                .put("id", type.id())
                .put("name", type.name())
                .put("is_public", true)
                .put("description", type.description());
        // Who is no admin sees them since Xena.
        return release.since(Release.ZED)
                ? fields.put("extra_specs", JsonTree.object()).object()
                : fields.object();
    }

    private static Answer zones() {
        return Answer.json(
                200,
                JsonTree.object(
                        "availabilityZoneInfo",
                        List.of(JsonTree.object("zoneName", "nova", "zoneState", JsonTree.object("available", true)))));
    }
}
