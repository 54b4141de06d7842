package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Port;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import java.util.List;
import java.util.Optional;

/** <a href="https://docs.openstack.org/api-ref/compute/#port-interfaces-servers-os-interface">A server's ports</a>. */
final class InterfaceApi {
    private final CloudState cloud;

    InterfaceApi(CloudState cloud) {
        this.cloud = cloud;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/servers/{id}/os-interface", this::list),
                Route.get("/servers/{id}/os-interface/{port}", this::show));
    }

    private Answer list(Call call) {
        Server server = ServerApi.find(cloud, call);
        return Answer.json(
                200,
                JsonTree.object(
                        "interfaceAttachments",
                        cloud.ports(server).stream()
                                .map(port -> document(port, call.minor()))
                                .toList()));
    }

    private Answer show(Call call) {
        return cloud.ports(ServerApi.find(cloud, call)).stream()
                .filter(port -> port.id().equals(call.part("port")))
                .findFirst()
                .map(port -> Answer.json(200, JsonTree.object("interfaceAttachment", document(port, call.minor()))))
                .orElseThrow(() -> Rejection.notFound("Port id " + call.part("port") + " could not be found."));
    }

    private ObjectNode document(Port port, int minor) {
        ObjectNode document = new Fields()
                .put("net_id", port.network())
                .put("port_id", port.id())
                .put("mac_addr", port.mac())
                .put("port_state", cloud.status(port))
                .put(
                        "fixed_ips",
                        List.of(JsonTree.object("subnet_id", cloud.subnet(port), "ip_address", port.address())))
                .object();
        if (minor >= 70) document.set("tag", JsonTree.node(Optional.empty()));
        return document;
    }
}
