package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** <a href="https://docs.openstack.org/api-ref/compute/#server-metadata-servers-metadata">A server's metadata</a>. */
final class MetadataApi {
    private static final int MOST = 128;
    private static final String UPDATE = "update metadata";
    private static final Schema ALL = Schema.wrapped("metadata", ServerSchema.METADATA);
    private static final Schema ONE = Schema.wrapped("meta", Schema.single(ServerSchema.METADATA));
    private final CloudState cloud;

    MetadataApi(CloudState cloud) {
        this.cloud = cloud;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/servers/{id}/metadata", call -> all(ServerApi.find(cloud, call))),
                Route.post("/servers/{id}/metadata", this::merge),
                Route.put("/servers/{id}/metadata", this::replace),
                Route.get("/servers/{id}/metadata/{key}", this::show),
                Route.put("/servers/{id}/metadata/{key}", this::set),
                Route.delete("/servers/{id}/metadata/{key}", this::remove));
    }

    private static Answer all(Server server) {
        return Answer.json(200, JsonTree.object("metadata", server.labels().metadata()));
    }

    private Answer merge(Call call) {
        Map<String, String> more = JsonTree.texts(ALL.read(call).get("metadata"));
        Server server = ServerApi.findRunning(cloud, call, UPDATE);
        Map<String, String> merged = new TreeMap<>(server.labels().metadata());
        merged.putAll(more);
        return all(store(server, merged));
    }

    private Answer replace(Call call) {
        Map<String, String> metadata = JsonTree.texts(ALL.read(call).get("metadata"));
        return all(store(ServerApi.findRunning(cloud, call, UPDATE), metadata));
    }

    private Answer show(Call call) {
        Server server = ServerApi.find(cloud, call);
        return Answer.json(200, JsonTree.object("meta", Map.of(call.part("key"), value(server, call.part("key")))));
    }

    private Answer set(Call call) {
        JsonNode meta = ONE.read(call).get("meta");
        String key = call.part("key");
        if (!meta.has(key)) throw Rejection.badRequest("Request body and URI mismatch");
        Server server = ServerApi.findRunning(cloud, call, UPDATE);
        Map<String, String> metadata = new TreeMap<>(server.labels().metadata());
        metadata.put(key, meta.get(key).asText());
        store(server, metadata);
        return Answer.json(200, JsonTree.object("meta", meta));
    }

    private Answer remove(Call call) {
        value(ServerApi.find(cloud, call), call.part("key"));
        Server server = ServerApi.findRunning(cloud, call, "delete metadata");
        Map<String, String> metadata = new TreeMap<>(server.labels().metadata());
        metadata.remove(call.part("key"));
        store(server, metadata);
        return Answer.empty(204);
    }

    private static String value(Server server, String key) {
        if (!server.labels().metadata().containsKey(key)) throw Rejection.notFound("Metadata item was not found");
        return server.labels().metadata().get(key);
    }

    /** Refuses more than a server may have. */
    static void checkNumber(Map<String, String> metadata) {
        if (metadata.size() > MOST) {
            throw Rejection.forbidden("Maximum number of metadata items exceeds " + MOST);
        }
    }

    private Server store(Server server, Map<String, String> metadata) {
        checkNumber(metadata);
        Server changed = server.with(server.labels().withMetadata(Map.copyOf(metadata)), cloud.now());
        cloud.servers().put(changed);
        return changed;
    }
}
