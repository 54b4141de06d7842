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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** <a href="https://docs.openstack.org/api-ref/compute/#server-tags-servers-tags">A server's tags</a>, from 2.26 on. */
final class ServerTagApi {
    private static final Schema ALL = Schema.wrapped("tags", Schema.list(ServerSchema.TAG, ServerSchema.MOST_TAGS));
    private final CloudState cloud;
    private final Links links;

    ServerTagApi(CloudState cloud, Links links) {
        this.cloud = cloud;
        this.links = links;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/servers/{id}/tags", tagged(this::list)),
                Route.put("/servers/{id}/tags", tagged(this::replace)),
                Route.delete(
                        "/servers/{id}/tags", tagged(call -> store(call, "delete tags", List.of(), Answer.empty(204)))),
                Route.get("/servers/{id}/tags/{tag}", tagged(this::check)),
                Route.put("/servers/{id}/tags/{tag}", tagged(this::add)),
                Route.delete("/servers/{id}/tags/{tag}", tagged(this::remove)));
    }

    private static Function<Call, Answer> tagged(Function<Call, Answer> handler) {
        return call -> {
            call.since(26);
            return handler.apply(call);
        };
    }

    private Answer list(Call call) {
        return Answer.json(200, JsonTree.object("tags", tags(call)));
    }

    private Answer replace(Call call) {
        JsonNode body = ALL.read(call);
        List<String> tags = new ArrayList<>();
        body.get("tags").forEach(tag -> tags.add(tag.asText()));
        return store(call, "update tags", tags, Answer.json(200, JsonTree.object("tags", tags)));
    }

    private Answer check(Call call) {
        require(call);
        return Answer.empty(204);
    }

    private Answer add(Call call) {
        ServerApi.findRunning(cloud, call, "update tag");
        ServerSchema.TAG.violation("", JsonTree.node(call.part("tag"))).ifPresent(wrong -> {
            throw Rejection.badRequest(
                    "Tag '" + call.part("tag") + "' is invalid. It must be a non empty string without"
                            + " characters '/' and ','. Validation error message: " + wrong);
        });
        List<String> tags = new ArrayList<>(tags(call));
        if (tags.size() >= ServerSchema.MOST_TAGS) {
            throw Rejection.badRequest("The number of tags exceeded the per-server limit " + ServerSchema.MOST_TAGS);
        }
        if (tags.contains(call.part("tag"))) return Answer.html(204, "");
        tags.add(call.part("tag"));
        String location = links.href("servers", call.part("id")) + "/tags/" + call.part("tag");
        return store(call, "update tag", tags, Answer.html(201, "").with("Location", location));
    }

    private Answer remove(Call call) {
        ServerApi.findRunning(cloud, call, "delete tag");
        require(call);
        List<String> tags = new ArrayList<>(tags(call));
        tags.remove(call.part("tag"));
        return store(call, "delete tag", tags, Answer.empty(204));
    }

    private void require(Call call) {
        if (!tags(call).contains(call.part("tag"))) {
            throw Rejection.notFound("Server " + call.part("id") + " has no tag '" + call.part("tag") + "'");
        }
    }

    private List<String> tags(Call call) {
        return ServerApi.find(cloud, call).labels().tags();
    }

    private Answer store(Call call, String change, List<String> tags, Answer answer) {
        Server server = ServerApi.findRunning(cloud, call, change);
        Server changed = server.with(server.labels().withTags(List.copyOf(tags)), cloud.now());
        cloud.servers().put(changed);
        return answer;
    }
}
