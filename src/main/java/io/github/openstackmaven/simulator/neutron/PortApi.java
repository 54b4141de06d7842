package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Network;
import io.github.openstackmaven.simulator.state.Port;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.state.SecurityGroup;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** <a href="https://docs.openstack.org/api-ref/network/v2/#ports">Ports</a>. */
final class PortApi {
    private static final Set<String> FIXED = Set.of("id", "network_id", "tenant_id", "project_id", "status");
    private static final Set<String> KNOWN =
            Set.of(("id network_id tenant_id project_id status name description admin_state_up fixed_ips "
                            + "security_groups device_id device_owner mac_address tags port_security_enabled "
                            + "allowed_address_pairs binding:vnic_type extra_dhcp_opts")
                    .split(" ", -1));
    private final CloudState cloud;
    private final Listing listing;

    PortApi(CloudState cloud, String base) {
        this.cloud = cloud;
        this.listing = new Listing(base, Listing.Kind.PORT, this::documents);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/ports", listing::list),
                Route.post("/ports", this::create),
                Route.get("/ports/{id}", listing::show),
                Route.put("/ports/{id}", this::update),
                Route.delete("/ports/{id}", this::delete),
                Route.get("/ports/{id}/tags", this::tags),
                Route.put("/ports/{id}/tags", this::replaceTags));
    }

    private List<ObjectNode> documents(Call call) {
        return cloud.ports().of(call.project()).stream().map(this::document).toList();
    }

    private Answer create(Call call) {
        JsonNode asked = NeutronBody.toCreate(call, "port", KNOWN, List.of("network_id"));
        String networkId = NeutronBody.uuid(asked, "network_id").orElse("");
        for (String forbidden : List.of("device_owner", "mac_address")) {
            if (asked.hasNonNull(forbidden)) {
                throw new Rejection(
                        403,
                        "PolicyNotAuthorized",
                        "(rule:create_port and rule:create_port:" + forbidden + ") is disallowed by policy");
            }
        }
        Network network = cloud.network(networkId)
                .filter(found -> found.isSeenBy(call.project()))
                .orElseThrow(() -> Listing.Kind.NETWORK.notFound(networkId));
        if (!network.isUsableBy(call.project())) {
            throw cloud.release().since(Release.OF_2026_2)
                    ? new Rejection(403, "PolicyNotAuthorized", "rule:create_port is disallowed by policy")
                    : new Rejection(
                            403,
                            "HTTPForbidden",
                            "Tenant " + call.project() + " not allowed to create port on this network");
        }
        List<String> groups = asked.has("security_groups")
                ? groups(call, asked)
                : cloud.securityGroup(call.project(), "default").stream()
                        .map(SecurityGroup::id)
                        .toList();
        NetworkQuotas.check(cloud, call.project(), NetworkQuotas.Resource.PORT);
        if (!network.project().equals(call.project())
                && asked.path("fixed_ips").path(0).has("ip_address")) {
            throw new Rejection(
                    403,
                    "PolicyNotAuthorized",
                    "(rule:create_port and (rule:create_port:fixed_ips and (rule:create_port:fixed_ips:ip_address))) is"
                            + " disallowed by policy");
        }
        String address = address(network, asked);
        Port port = Port.builder(Ids.random(), call.project(), network.id(), cloud.nextMac(), address, cloud.now())
                .name(asked.path("name").asText(""))
                .description(asked.path("description").asText(""))
                .adminUp(asked.path("admin_state_up").asBoolean(true))
                .securityGroups(groups)
                .build();
        cloud.ports().put(port);
        return Answer.json(201, JsonTree.object("port", document(port)));
    }

    private String address(Network network, JsonNode asked) {
        Optional<String> wanted = JsonTree.text(asked.path("fixed_ips").path(0), "ip_address");
        if (wanted.isEmpty()) {
            return cloud.freeAddress(network)
                    .orElseThrow(() -> new Rejection(
                            409,
                            "IpAddressGenerationFailure",
                            "No more IP addresses available on network " + network.id() + "."));
        }
        String address = wanted.get();
        if (!address.matches("(\\d{1,3}\\.){3}\\d{1,3}")) {
            throw NeutronBody.bad("Invalid input for fixed_ips. Reason: '" + address + "' is not a valid IP address.");
        }
        if (!network.has(address)) {
            throw new Rejection(
                    400,
                    "InvalidIpForNetwork",
                    "IP address " + address + " is not a valid IP for any of the subnets on the specified network.");
        }
        if (!cloud.isFree(network, address)) {
            throw new Rejection(
                    409,
                    "IpAddressAlreadyAllocated",
                    "IP address " + address + " already allocated in subnet " + network.subnet());
        }
        return address;
    }

    private List<String> groups(Call call, JsonNode asked) {
        List<String> groups = new ArrayList<>();
        for (JsonNode id : asked.get("security_groups")) {
            groups.add(cloud.securityGroups()
                    .find(call.project(), id.asText())
                    .map(SecurityGroup::id)
                    .orElseThrow(() -> Listing.Kind.SECURITY_GROUP.notFound(id.asText())));
        }
        return List.copyOf(groups);
    }

    private Answer update(Call call) {
        JsonNode asked = NeutronBody.toChange(call, "port", KNOWN, FIXED);
        Port port = find(call);
        Port changed = port.changed(
                asked.path("name").asText(port.name()),
                asked.path("description").asText(port.description()),
                asked.path("admin_state_up").asBoolean(port.adminUp()),
                asked.has("security_groups") ? groups(call, asked) : port.securityGroups(),
                cloud.now());
        cloud.ports().put(changed);
        return Answer.json(200, JsonTree.object("port", document(changed)));
    }

    private Answer delete(Call call) {
        Port port = find(call);
        if (port.owner().equals(Port.ROUTER)) {
            throw new Rejection(
                    409,
                    "ServicePortInUse",
                    "Port " + port.id() + " cannot be deleted directly via the port API: has device owner "
                            + Port.ROUTER + ".");
        }
        cloud.removePort(port);
        return Answer.empty(204);
    }

    private Answer tags(Call call) {
        return Answer.json(
                200, JsonTree.object("tags", find(call, tagless(call)).tags()));
    }

    private Answer replaceTags(Call call) {
        Port port = find(call, tagless(call));
        List<String> tags = new ArrayList<>();
        call.json().orElse(JsonTree.object()).path("tags").forEach(tag -> tags.add(tag.asText()));
        cloud.ports().put(port.tagged(tags, cloud.now()));
        return Answer.json(200, JsonTree.object("tags", tags));
    }

    private Rejection tagless(Call call) {
        if (cloud.release().since(Release.EPOXY)) {
            return new Rejection(
                    500,
                    "HTTPInternalServerError",
                    "Request Failed: internal server error while processing your request.");
        }
        return new Rejection(404, "TagResourceNotFound", "Resource ports " + call.part("id") + " could not be found.");
    }

    private Port find(Call call) {
        return find(call, Listing.Kind.PORT.notFound(call.part("id")));
    }

    private Port find(Call call, Rejection otherwise) {
        return cloud.ports().find(call.project(), call.part("id")).orElseThrow(() -> otherwise);
    }

    private ObjectNode document(Port port) {
        return new Fields()
                .put("id", port.id())
                .put("name", port.name())
                .put("network_id", port.network())
                .put("tenant_id", port.project())
                .put("mac_address", port.mac())
                .put("admin_state_up", port.adminUp())
                .put("status", cloud.status(port))
                .put("device_id", port.device().orElse(""))
                .put("device_owner", port.owner())
                .put(
                        "fixed_ips",
                        List.of(JsonTree.object("subnet_id", cloud.subnet(port), "ip_address", port.address())))
                .put("allowed_address_pairs", List.of())
                .put("extra_dhcp_opts", List.of())
                .put("security_groups", port.securityGroups())
                .put("description", port.description())
                .put("binding:vnic_type", "normal")
                .put("port_security_enabled", !port.owner().equals(Port.ROUTER))
                .put("tags", port.tags())
                .put("created_at", Times.seconds(port.created()))
                .put("updated_at", Times.seconds(port.updated()))
                .put("revision_number", port.revision())
                .put("project_id", port.project())
                .object();
    }
}
