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
import io.github.openstackmaven.simulator.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was done to a server and what it said:
 * <a href="https://docs.openstack.org/api-ref/compute/#servers-actions-servers-os-instance-actions">os-instance-actions</a>
 * and <a href="https://docs.openstack.org/api-ref/compute/#show-console-output-os-getconsoleoutput-action">the console</a>.
 */
final class ServerActionApi {
    private static final String CONSOLE = "os-getConsoleOutput";
    private static final Schema CONSOLE_SCHEMA =
            Schema.wrapped(CONSOLE, Schema.object(Map.of("length", Schema.anyText("^-?[0-9]+$")), List.of()));
    private final CloudState cloud;
    private final ServerImages images;

    ServerActionApi(CloudState cloud, Links links) {
        this.cloud = cloud;
        this.images = new ServerImages(cloud, links);
    }

    List<Route> routes() {
        return List.of(
                Route.post("/servers/{id}/action", this::act),
                Route.get("/servers/{id}/os-instance-actions", this::list),
                Route.get("/servers/{id}/os-instance-actions/{request}", this::show));
    }

    private Answer act(Call call) {
        JsonNode body = call.json()
                .filter(node -> node.isObject() && !node.isEmpty())
                .orElseThrow(() -> Rejection.badRequest("Malformed request body"));
        String action = body.fieldNames().next();
        return switch (action) {
            case CONSOLE -> console(call, body);
            case ServerImages.ACTION -> images.create(call);
            case "os-stop" -> stop(call);
            case "os-start" -> start(call);
            default -> throw Rejection.badRequest("There is no such action: " + action);
        };
    }

    private Answer stop(Call call) {
        Instant now = cloud.now();
        demandHost(ServerApi.find(cloud, call), now);
        Server server = ServerApi.findIdle(cloud, call, "stop");
        if (!server.isOn(now)) throw ServerApi.conflict(server, "stop", "vm_state " + server.vmState(now));
        cloud.servers().put(server.stopping(now.plus(cloud.deletionTime()), call.requestId(), now));
        return Answer.empty(202);
    }

    private static void demandHost(Server server, Instant now) {
        Server.Phase phase = server.phase(now);
        if (phase == Server.Phase.SCHEDULING || phase == Server.Phase.ERROR) {
            throw Rejection.conflict("Instance " + server.id() + " is not ready");
        }
    }

    private Answer start(Call call) {
        Server server = ServerApi.findIdle(cloud, call, "start");
        Instant now = cloud.now();
        if (server.isOn(now)) throw ServerApi.conflict(server, "start", "vm_state " + server.vmState(now));
        cloud.servers().put(server.starting(call.requestId(), now));
        return Answer.empty(202);
    }

    private Answer console(Call call, JsonNode body) {
        CONSOLE_SCHEMA.read(call);
        Server server = ServerApi.find(cloud, call);
        demandHost(server, cloud.now());
        long length = body.get(CONSOLE).path("length").asLong(-1);
        int lines = (int) Math.min(length, Integer.MAX_VALUE);
        return Answer.json(200, JsonTree.object("output", tail(console(server), lines)));
    }

    private String console(Server server) {
        String name = server.labels().name();
        String start = "[    0.000000] Linux version 6.1.0 (lab)\n[    0.512345] Booting " + name;
        boolean booted = !cloud.now()
                .isBefore(server.build().finished().plus(server.build().bootTime()));
        return booted
                ? start + "\n[    1.204211] cloud-init: Cloud-init v. 23.1 finished\n\n" + name + " login: "
                : start;
    }

    private static String tail(String text, int lines) {
        List<String> all = List.of(text.split("\n", -1));
        return lines < 0 ? text : String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    private Answer list(Call call) {
        Server server = find(call);
        return Answer.json(
                200,
                JsonTree.object(
                        "instanceActions",
                        server.actions().stream()
                                .map(action -> document(server, action, call.minor()))
                                .toList()));
    }

    private Answer show(Call call) {
        Server server = find(call);
        Server.Action action = server.actions().stream()
                .filter(candidate -> candidate.request().equals(call.part("request")))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("Action " + call.part("request") + " not found"));
        ObjectNode document = document(server, action, call.minor());
        if (call.minor() >= 51) document.set("events", JsonTree.array(events(server, action, call.minor())));
        return Answer.json(200, JsonTree.object("instanceAction", document));
    }

    // From 2.21 on the actions of a server outlive it.
    private Server find(Call call) {
        Optional<Server> deleted = cloud.deleted()
                .find(call.part("id"))
                .filter(server -> call.minor() >= 21 && server.project().equals(call.project()));
        return deleted.orElseGet(() -> ServerApi.find(cloud, call));
    }

    private ObjectNode document(Server server, Server.Action action, int minor) {
        ObjectNode document = new Fields()
                .put("action", action.name())
                .put("instance_uuid", server.id())
                .put("request_id", action.request())
                .put("user_id", server.user())
                .put("project_id", server.project())
                .put("start_time", Times.naive(action.started()))
                .put("message", unplaced(server, action) ? Optional.of("Error") : Optional.empty())
                .object();
        if (minor >= 58) {
            document.put("updated_at", Times.naive(finished(server, action).orElse(action.started())));
        }
        return document;
    }

    private List<ObjectNode> events(Server server, Server.Action action, int minor) {
        Optional<String> finished = finished(server, action).map(Times::naive);
        String event = switch (action.name()) {
            case "delete" -> "compute_terminate_instance";
            case ServerImages.ACTION -> "api_snapshot_instance";
            case "stop" -> "compute_stop_instance";
            case "start" -> "compute_start_instance";
            default ->
                unplaced(server, action)
                        ? "conductor_schedule_and_build_instances"
                        : "compute__do_build_and_run_instance";
        };
        ObjectNode document = new Fields()
                .put("event", event)
                .put("start_time", Times.naive(action.started()))
                .put("finish_time", finished)
                .put("result", finished.map(any -> unplaced(server, action) ? "Error" : "Success"))
                .object();
        if (minor >= 62) document.put("hostId", ServerDocument.HOST);
        return new ArrayList<>(List.of(document));
    }

    private static boolean unplaced(Server server, Server.Action action) {
        return action.name().equals("create") && server.isUnplaced();
    }

    private Optional<Instant> finished(Server server, Server.Action action) {
        Instant end = switch (action.name()) {
            case "create" -> server.build().finished();
            case "delete" -> server.deletion().map(Server.Deletion::finished).orElse(action.started());
            default -> action.started();
        };
        return Optional.of(end).filter(time -> !time.isAfter(cloud.now()));
    }
}
