package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.FloatingIp;
import io.github.openstackmaven.simulator.state.Network;
import io.github.openstackmaven.simulator.state.Port;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** <a href="https://docs.openstack.org/api-ref/network/v2/#floating-ips-floatingips">Floating IPs</a>. */
final class FloatingIpApi {
    private static final NeutronBody.Attributes ATTRIBUTES = NeutronBody.Attributes.of(
            "floatingip",
            "floating_network_id subnet_id floating_ip_address port_id fixed_ip_address description",
            "port_id fixed_ip_address description",
            "router_id status tags port_details");
    private final CloudState cloud;
    private final Listing listing;

    FloatingIpApi(CloudState cloud, String base) {
        this.cloud = cloud;
        this.listing = new Listing(base, Listing.Kind.FLOATING_IP, this::documents);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/floatingips", listing::list),
                Route.post("/floatingips", this::create),
                Route.get("/floatingips/{id}", listing::show),
                Route.put("/floatingips/{id}", this::update),
                Route.delete("/floatingips/{id}", this::delete));
    }

    private List<ObjectNode> documents(Call call) {
        return cloud.floatingIps().of(call.project()).stream()
                .map(this::document)
                .toList();
    }

    private Answer create(Call call) {
        JsonNode asked = NeutronBody.toCreate(call, ATTRIBUTES, List.of("floating_network_id"));
        String networkId = NeutronBody.requiredUuid(asked, "floating_network_id");
        Optional<String> portId = NeutronBody.uuid(asked, "port_id");
        Optional<String> subnet = NeutronBody.uuid(asked, "subnet_id");
        NeutronBody.address(asked, "fixed_ip_address");
        if (NeutronBody.address(asked, "floating_ip_address").isPresent()
                && !call.caller().isAdmin()) {
            throw NeutronBody.disallowed("create_floatingip", "floating_ip_address");
        }
        Network network = cloud.network(networkId)
                .filter(found -> found.isSeenBy(call.project()))
                .orElseThrow(() -> Listing.Kind.NETWORK.notFound(networkId));
        if (!network.external()) {
            throw Rejection.badRequest(
                    "Bad floatingip request: Network " + networkId + " is not a valid external network.");
        }
        NetworkQuotas.check(cloud, call.project(), NetworkQuotas.Resource.FLOATING_IP);
        subnet.filter(id ->
                        cloud.networks().stream().noneMatch(any -> any.subnet().equals(id)))
                .ifPresent(id -> {
                    throw Listing.Kind.SUBNET.notFound(id);
                });
        checkFixed(call, asked);
        Instant now = cloud.now();
        String address = cloud.freeAddress(network).orElseThrow(() -> NeutronBody.overQuota("floatingip"));
        String description = asked.path("description").asText("");
        FloatingIp free = FloatingIp.create(networkId, call.project(), address, description, now);
        Optional<String> port = portId.map(id -> associable(call, free, id));
        FloatingIp floating = free.with(port, description, now);
        cloud.floatingIps().put(floating);
        return Answer.json(201, JsonTree.object("floatingip", document(floating)));
    }

    private void checkFixed(Call call, JsonNode asked) {
        Optional<String> fixed = NeutronBody.address(asked, "fixed_ip_address");
        if (fixed.isEmpty()) return;
        String portId = NeutronBody.uuid(asked, "port_id")
                .orElseThrow(() -> Rejection.badRequest(
                        "Bad floatingip request: fixed_ip_address cannot be specified without a port_id."));
        if (!port(call, portId).address().equals(fixed.get())) {
            throw Rejection.badRequest(
                    "Bad floatingip request: Port " + portId + " does not have fixed ip " + fixed.get() + ".");
        }
    }

    private Port port(Call call, String id) {
        return cloud.ports().find(call.project(), id).orElseThrow(() -> Listing.Kind.PORT.notFound(id));
    }

    /** The port's id, when that floating IP can lead there. */
    private String associable(Call call, FloatingIp floating, String portId) {
        Port port = port(call, portId);
        if (cloud.router(port.network()).isEmpty()) {
            throw new Rejection(
                    404,
                    "ExternalGatewayForFloatingIPNotFound",
                    "External network " + floating.network() + " is not reachable from subnet " + cloud.subnet(port)
                            + ".  Therefore, cannot associate Port " + portId + " with a Floating IP.");
        }
        boolean taken = cloud.floatingIps().stream()
                .anyMatch(other -> !other.id().equals(floating.id())
                        && other.port().filter(portId::equals).isPresent());
        if (taken) {
            throw new Rejection(
                    409,
                    "FloatingIPPortAlreadyAssociated",
                    "Cannot associate floating IP " + floating.address() + " (" + floating.id() + ") with port "
                            + portId + " using fixed IP " + port.address()
                            + ", as that fixed IP already has a floating IP on external network "
                            + floating.network() + ".");
        }
        return portId;
    }

    private Answer update(Call call) {
        JsonNode asked = NeutronBody.toChange(call, ATTRIBUTES);
        Optional<String> portId = NeutronBody.uuid(asked, "port_id");
        FloatingIp floating = find(call);
        checkFixed(call, asked);
        // Neutron takes nothing at all for a port that is not there.
        Optional<String> port = asked.has("port_id") || asked.isEmpty()
                ? portId.map(id -> associable(call, floating, id))
                : floating.port();
        FloatingIp changed = floating.with(port, asked.path("description").asText(floating.description()), cloud.now());
        cloud.floatingIps().put(changed);
        return Answer.json(200, JsonTree.object("floatingip", document(changed)));
    }

    private Answer delete(Call call) {
        cloud.floatingIps().remove(find(call).id());
        return Answer.empty(204);
    }

    private FloatingIp find(Call call) {
        return cloud.floatingIps()
                .find(call.project(), call.part("id"))
                .orElseThrow(() -> Listing.Kind.FLOATING_IP.notFound(call.part("id")));
    }

    private ObjectNode document(FloatingIp floating) {
        Optional<Port> port = floating.port().flatMap(cloud.ports()::find);
        return new Fields()
                .put("id", floating.id())
                .put("tenant_id", floating.project())
                .put("floating_ip_address", floating.address())
                .put("floating_network_id", floating.network())
                .put("router_id", port.flatMap(found -> cloud.router(found.network())))
                .put("port_id", floating.port())
                .put("fixed_ip_address", port.map(Port::address))
                // No agent ever turns it on, in the laboratory either.
                .put("status", "DOWN")
                .put("description", floating.description())
                .put("port_details", port.map(this::details))
                .put("tags", floating.tags())
                .put("created_at", Times.seconds(floating.created()))
                .put("updated_at", Times.seconds(floating.updated()))
                .put("revision_number", floating.revision())
                .put("project_id", floating.project())
                .object();
    }

    private ObjectNode details(Port port) {
        return new Fields()
                .put("name", port.name())
                .put("network_id", port.network())
                .put("mac_address", port.mac())
                .put("admin_state_up", port.adminUp())
                .put("status", cloud.status(port))
                .put("device_id", port.device().orElse(""))
                .put("device_owner", port.owner())
                .object();
    }
}
