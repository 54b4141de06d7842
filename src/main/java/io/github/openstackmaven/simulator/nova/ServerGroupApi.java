package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.ServerGroup;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Schema;
import java.util.List;
import java.util.Map;

/** <a href="https://docs.openstack.org/api-ref/compute/#server-groups-os-server-groups">Server groups</a>. */
final class ServerGroupApi {
    private static final List<String> POLICIES = List.of("anti-affinity", "affinity");
    private static final List<String> SOFT =
            List.of("anti-affinity", "affinity", "soft-anti-affinity", "soft-affinity");
    private final CloudState cloud;

    ServerGroupApi(CloudState cloud) {
        this.cloud = cloud;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/os-server-groups", this::list),
                Route.post("/os-server-groups", this::create),
                Route.get("/os-server-groups/{id}", this::show),
                Route.delete("/os-server-groups/{id}", this::delete));
    }

    private Answer list(Call call) {
        return Answer.json(
                200,
                JsonTree.object(
                        "server_groups",
                        cloud.serverGroups().of(call.project()).stream()
                                .map(group -> document(group, call.minor()))
                                .toList()));
    }

    private Answer show(Call call) {
        return Answer.json(200, JsonTree.object("server_group", document(find(call), call.minor())));
    }

    private Answer create(Call call) {
        JsonNode asked = schema(call.minor()).read(call).get("server_group");
        ServerGroup group = new ServerGroup(
                Ids.random(),
                asked.get("name").asText(),
                call.project(),
                call.caller().user(),
                call.minor() >= 64
                        ? asked.get("policy").asText()
                        : asked.get("policies").path(0).asText(),
                List.of());
        cloud.serverGroups().put(group);
        return Answer.json(200, JsonTree.object("server_group", document(group, call.minor())));
    }

    private static Schema schema(int minor) {
        List<String> allowed = minor >= 15 ? SOFT : POLICIES;
        Schema policy = Schema.oneOf("'" + String.join("', '", allowed) + "'", allowed);
        Schema group = minor >= 64
                ? Schema.object(
                        Map.of("name", Schema.text(1, 255), "policy", policy, "rules", Schema.any()),
                        List.of("name", "policy"))
                : Schema.object(
                        Map.of("name", Schema.text(1, 255), "policies", Schema.one(policy)),
                        List.of("name", "policies"));
        return Schema.wrapped("server_group", group);
    }

    private Answer delete(Call call) {
        cloud.serverGroups().remove(find(call).id());
        return Answer.empty(204);
    }

    private ServerGroup find(Call call) {
        return cloud.serverGroups()
                .find(call.project(), call.part("id"))
                .orElseThrow(() -> Rejection.notFound("Instance group " + call.part("id") + " could not be found."));
    }

    private ObjectNode document(ServerGroup group, int minor) {
        ObjectNode document = JsonTree.object("id", group.id(), "name", group.name());
        if (minor >= 64) {
            document.put("policy", group.policy());
            document.set("rules", JsonTree.object());
        } else {
            document.set("policies", JsonTree.array(List.of(group.policy())));
            document.set("metadata", JsonTree.object());
        }
        document.set(
                "members",
                JsonTree.array(group.members().stream()
                        .filter(id -> cloud.servers().find(id).isPresent())
                        .toList()));
        if (minor >= 13) document.put("project_id", group.project()).put("user_id", group.user());
        return document;
    }
}
