package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Schema;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** <a href="https://docs.openstack.org/api-ref/compute/#servers-servers">Servers</a>: create, list, show, change, delete. */
final class ServerApi {
    private static final String PASSWORD_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
    private final CloudState cloud;
    private final Links links;
    private final ServerDocument document;
    private final ServerCreation creation;
    private final SecureRandom random = new SecureRandom();

    ServerApi(CloudState cloud, Links links, Quotas quotas) {
        this.cloud = cloud;
        this.links = links;
        this.document = new ServerDocument(cloud, links);
        this.creation = new ServerCreation(cloud, quotas);
    }

    List<Route> routes() {
        return List.of(
                Route.post("/servers", this::create),
                Route.get("/servers", call -> list(call, document::brief)),
                Route.get("/servers/detail", call -> list(call, server -> document.listed(server, call.minor()))),
                Route.get("/servers/{id}", this::show),
                Route.put("/servers/{id}", this::update),
                Route.delete("/servers/{id}", this::delete),
                Route.get("/servers/{id}/ips", this::addresses));
    }

    static Server find(CloudState cloud, Call call) {
        String id = call.part("id");
        return cloud.servers()
                .find(call.project(), id)
                .orElseThrow(() -> Rejection.notFound("Instance " + id + " could not be found."));
    }

    /** The server, if it runs: Nova lets nothing be changed on one that is being built or has failed. */
    static Server findRunning(CloudState cloud, Call call, String change) {
        Server server = find(cloud, call);
        Server.Phase phase = server.phase(cloud.now());
        if (phase == Server.Phase.ACTIVE) return server;
        throw conflict(server, change, "vm_state " + server.vmState(cloud.now()));
    }

    /** The server, if it was built and nothing is being done to it. */
    static Server findIdle(CloudState cloud, Call call, String change) {
        Server server = findRunning(cloud, call, change);
        Optional<String> task = server.taskState(cloud.now());
        if (task.isPresent()) throw conflict(server, change, "task_state " + task.get());
        return server;
    }

    static Rejection conflict(Server server, String change, String state) {
        return Rejection.conflict("Cannot '" + change + "' instance " + server.id() + " while it is in " + state);
    }

    private Answer create(Call call) {
        Server first = creation.create(call).get(0);
        ObjectNode server = new Fields()
                .put("id", first.id())
                .put("links", links.of("servers", first.id()))
                .put("OS-DCF:diskConfig", "MANUAL")
                .put("security_groups", ServerDocument.groups(first.securityGroups()))
                .put("adminPass", password())
                .object();
        return Answer.json(202, JsonTree.object("server", server)).with("Location", links.href("servers", first.id()));
    }

    private String password() {
        return random.ints(12, 0, PASSWORD_LETTERS.length())
                .collect(
                        StringBuilder::new, (text, i) -> text.append(PASSWORD_LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    private Answer list(Call call, Function<Server, ObjectNode> view) {
        ServerQuery query = new ServerQuery(call, cloud);
        List<Server> all = query.select(
                query.withDeleted()
                        ? Stream.concat(
                                        cloud.servers().of(call.project()).stream(),
                                        cloud.deleted().of(call.project()).stream())
                                .toList()
                        : cloud.servers().of(call.project()));
        return Paging.of(call.query(), all, Server::id, query::isKnown)
                .answer("servers", view, next -> links.next(call.path(), next));
    }

    private Answer show(Call call) {
        return Answer.json(200, JsonTree.object("server", document.shown(find(cloud, call), call.minor())));
    }

    private Answer update(Call call) {
        Server server = find(cloud, call);
        Map<String, Schema> fields = call.minor() >= 19
                ? Map.of("name", ServerSchema.NAME, "description", ServerSchema.DESCRIPTION)
                : Map.of("name", ServerSchema.NAME);
        JsonNode asked = Schema.wrapped("server", Schema.object(fields, List.of()))
                .read(call)
                .get("server");
        Server.Labels old = server.labels();
        Server.Labels labels = new Server.Labels(
                asked.path("name").asText(old.name()),
                asked.has("description") ? JsonTree.text(asked, "description") : old.description(),
                old.metadata(),
                old.tags());
        Server updated = server.with(labels, cloud.now());
        cloud.servers().put(updated);
        return Answer.json(
                200,
                JsonTree.object(
                        "server",
                        call.minor() >= 75
                                ? document.shown(updated, call.minor())
                                : document.updated(updated, call.minor())));
    }

    private Answer delete(Call call) {
        Server server = find(cloud, call);
        Instant now = cloud.now();
        // What has no host is gone at once; a build is waited for.
        Duration takes = server.phase(now) == Server.Phase.ERROR
                ? Duration.ZERO
                : cloud.deletionTime()
                        .plus(ServerCreation.seconds(server.labels().metadata(), "oslab_delete_delay"));
        Instant done = server.free(now).plus(takes);
        if (server.deletion().isEmpty()) {
            Server.Deletion end = new Server.Deletion(now, done, done.plus(cloud.lingering()));
            cloud.servers().put(server.deleting(end, call.requestId()));
        }
        return Answer.empty(204);
    }

    private Answer addresses(Call call) {
        return Answer.json(200, JsonTree.object("addresses", document.addresses(find(cloud, call), false)));
    }
}
