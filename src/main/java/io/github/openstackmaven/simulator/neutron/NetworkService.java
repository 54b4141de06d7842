package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Gate;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Router;
import io.github.openstackmaven.simulator.web.Service;
import java.util.List;
import java.util.stream.Stream;

/** Neutron: its versions, tokens and errors. */
public final class NetworkService implements Service {
    private final String base;
    private final Gate gate;
    private final Router router;

    /** Neutron on that cloud. */
    public NetworkService(String base, Gate gate, CloudState cloud) {
        this.base = base + prefix();
        this.gate = gate;
        this.router = Router.of(Stream.of(
                new NetworkApi(cloud, base).routes(),
                new PortApi(cloud, base).routes(),
                new FloatingIpApi(cloud, base).routes(),
                new SecurityGroupApi(cloud, base).routes(),
                new SecurityGroupRuleApi(cloud, base).routes(),
                new NetworkQuotas(cloud).routes()));
    }

    @Override
    public String prefix() {
        return "/network";
    }

    @Override
    public Answer answer(Call call) {
        if (call.path().matches("/?")) return Answer.json(200, versions());
        return gate.admit(call)
                .map(this::authorized)
                .orElseGet(gate::refuse)
                .with("X-Openstack-Request-Id", call.requestId());
    }

    private Answer authorized(Call call) {
        Call inner = call.below(call.path().replaceFirst("^/v2\\.0", "").replaceFirst("\\.json$", ""));
        try {
            return router.answer(inner).orElseThrow(() -> unrouted(inner));
        } catch (Rejection e) {
            return Answer.json(
                    e.status(),
                    JsonTree.object(
                            "NeutronError",
                            JsonTree.object("type", e.type(), "message", e.getMessage(), "detail", "")));
        }
    }

    private Rejection unrouted(Call call) {
        return router.allowed(call).isPresent()
                ? new Rejection(
                        405,
                        "HTTPMethodNotAllowed",
                        "The server could not comply with the request since it is either malformed or otherwise"
                                + " incorrect.")
                : new Rejection(404, "HTTPNotFound", "The resource could not be found.");
    }

    private JsonNode versions() {
        return JsonTree.object(
                "versions",
                List.of(JsonTree.object(
                        "id",
                        "v2.0",
                        "status",
                        "CURRENT",
                        "links",
                        List.of(JsonTree.object("rel", "self", "href", base + "/v2.0/")))));
    }
}
