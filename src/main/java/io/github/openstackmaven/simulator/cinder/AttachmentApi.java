package io.github.openstackmaven.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * <a href="https://docs.openstack.org/api-ref/block-storage/v3/#attachments-attachments">What holds volumes</a>: list,
 * and delete of what never came to a host.
 */
final class AttachmentApi {
    private static final int SINCE = 27;
    private static final Map<String, String> FILTERS =
            Map.of("volume_id", "volume_id", "instance_id", "instance", "status", "status");
    private final CloudState cloud;

    AttachmentApi(CloudState cloud) {
        this.cloud = cloud;
    }

    List<Route> routes() {
        return List.of(Route.get("/attachments", this::list), Route.delete("/attachments/{id}", this::delete));
    }

    private Answer list(Call call) {
        checkKnown(call);
        return answer(all(call)
                .map(this::document)
                .filter(view -> FILTERS.entrySet().stream()
                        .allMatch(filter -> passes(call.query().first(filter.getKey()), view.get(filter.getValue())))));
    }

    private static boolean passes(Optional<String> wanted, JsonNode value) {
        return wanted.map(value.asText()::equals).orElse(true);
    }

    private Answer delete(Call call) {
        checkKnown(call);
        Volume volume = all(call)
                .filter(held -> held.attachment().orElseThrow().id().equals(call.part("id")))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound(
                        "Volume attachment could not be found with filter: attachment_id = " + call.part("id") + "."));
        Instant now = cloud.now();
        Volume.Attachment attachment = volume.attachment().orElseThrow();
        if (!now.isBefore(attachment.since())) {
            throw Rejection.conflict("Detach volume from instance " + attachment.server() + " using the Compute API");
        }
        cloud.storage().volumes().put(volume.with(Optional.empty(), now));
        return answer(Stream.empty());
    }

    private static void checkKnown(Call call) {
        if (call.minor() < SINCE) throw Rejection.notFound("The resource could not be found.");
    }

    private Stream<Volume> all(Call call) {
        return cloud.storage().volumes().of(call.project()).stream()
                .filter(volume -> volume.attachment().isPresent());
    }

    private static Answer answer(Stream<JsonNode> attachments) {
        return Answer.json(200, JsonTree.object("attachments", attachments.toList()));
    }

    private JsonNode document(Volume volume) {
        Volume.Attachment attachment = volume.attachment().orElseThrow();
        return new Fields()
                .put("id", attachment.id())
                .put("status", cloud.now().isBefore(attachment.since()) ? "reserved" : "attached")
                .put("instance", attachment.server())
                .put("volume_id", volume.id())
                .object();
    }
}
