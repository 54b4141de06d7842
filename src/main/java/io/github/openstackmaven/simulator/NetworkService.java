package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Neutron: its versions, tokens and errors. */
final class NetworkService implements Service {
    private final String base;
    private final Gate gate;
    private final Router router;

    NetworkService(String base, Gate gate, List<Route> routes) {
        this.base = base + prefix();
        this.gate = gate;
        this.router = new Router(routes);
    }

    @Override
    public String prefix() {
        return "/network";
    }

    @Override
    public Answer answer(Call call) {
        if (call.path().matches("/?")) return Answer.json(200, versions());
        return gate.session(call)
                .map(token -> authorized(call.with(token)))
                .orElseGet(gate::refuse)
                .with("X-Openstack-Request-Id", call.requestId());
    }

    private Answer authorized(Call call) {
        Call inner = call.below(call.path().replaceFirst("^/v2\\.0", "").replaceFirst("\\.json$", ""));
        try {
            return router.answer(inner).orElseThrow(() -> unrouted(inner));
        } catch (Refusal e) {
            return Answer.json(
                    e.status(),
                    Json.object(
                            "NeutronError", Json.object("type", e.type(), "message", e.getMessage(), "detail", "")));
        }
    }

    private Refusal unrouted(Call call) {
        return router.allowed(call).isPresent()
                ? new Refusal(
                        405,
                        "HTTPMethodNotAllowed",
                        "The server could not comply with the request since it is either malformed or otherwise"
                                + " incorrect.")
                : new Refusal(404, "HTTPNotFound", "The resource could not be found.");
    }

    private JsonNode versions() {
        return Json.object(
                "versions",
                List.of(Json.object(
                        "id",
                        "v2.0",
                        "status",
                        "CURRENT",
                        "links",
                        List.of(Json.object("rel", "self", "href", base + "/v2.0/")))));
    }
}
