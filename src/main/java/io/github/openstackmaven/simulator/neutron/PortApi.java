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

/** <a href="https://docs.openstack.org/api-ref/network/v2/#ports">Ports</a>. */
final class PortApi {
    private static final NeutronBody.Attributes ATTRIBUTES = NeutronBody.Attributes.of(
            "port",
            "network_id name description admin_state_up fixed_ips security_groups device_id device_owner mac_address tags"
                    + " port_security_enabled allowed_address_pairs extra_dhcp_opts binding:vnic_type binding:host_id"
                    + " binding:profile",
            "name description admin_state_up fixed_ips security_groups device_id device_owner mac_address"
                    + " port_security_enabled allowed_address_pairs extra_dhcp_opts binding:vnic_type binding:host_id"
                    + " binding:profile",
            "status binding:vif_type binding:vif_details");
    private static final int LONGEST_TAG = 255;
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
        JsonNode asked = NeutronBody.toCreate(call, ATTRIBUTES, List.of("network_id"));
        PortWish wish = new PortWish(asked);
        String networkId = NeutronBody.requiredUuid(asked, "network_id");
        wish.check();
        Network network = cloud.network(networkId)
                .filter(found -> found.isSeenBy(call.project()))
                .orElseThrow(() -> Listing.Kind.NETWORK.notFound(networkId));
        NetworkQuotas.check(cloud, call.project(), NetworkQuotas.Resource.PORT);
        authorize(call, wish, "create_port", network);
        if (!network.isUsableBy(call.project())) {
            throw cloud.release().since(Release.OF_2026_2)
                    ? new Rejection(403, "PolicyNotAuthorized", "rule:create_port is disallowed by policy")
                    : new Rejection(
                            403,
                            "HTTPForbidden",
                            "Tenant " + call.project() + " not allowed to create port on this network");
        }
        wish.checkSubnets(cloud.networks());
        boolean secured = wish.secured(true);
        Port.Traits traits = wish.traits(Port.Traits.NONE, secured);
        checkPairs(traits);
        List<String> groups = groups(call, wish, secured);
        String mac = wish.mac().map(text -> free(network, text)).orElseGet(cloud::nextMac);
        Port port = Port.builder(Ids.random(), call.project(), network.id(), mac, address(network, wish), cloud.now())
                .name(asked.path("name").asText(""))
                .description(asked.path("description").asText(""))
                .device(
                        device(asked, Optional.empty()),
                        asked.path("device_owner").asText(""))
                .adminUp(NeutronBody.yes(asked, "admin_state_up", true))
                .securityGroups(groups)
                .traits(traits)
                .build();
        cloud.ports().put(port);
        return Answer.json(201, JsonTree.object("port", document(port)));
    }

    private static void authorize(Call call, PortWish wish, String action, Network network) {
        if (!call.caller().isAdmin()) wish.authorize(action, network.project().equals(call.project()));
    }

    private static Optional<String> device(JsonNode asked, Optional<String> before) {
        return asked.has("device_id")
                ? Optional.of(asked.get("device_id").asText()).filter(id -> !id.isEmpty())
                : before;
    }

    private static void checkPairs(Port.Traits traits) {
        if (traits.secured() || traits.pairs().isEmpty()) return;
        throw new Rejection(
                409,
                "AddressPairAndPortSecurityRequired",
                "Port Security must be enabled in order to have allowed address pairs on a port.");
    }

    private String free(Network network, String mac) {
        boolean taken = cloud.ports().stream()
                .anyMatch(port ->
                        port.network().equals(network.id()) && port.mac().equalsIgnoreCase(mac));
        if (!taken) return mac;
        throw new Rejection(
                409,
                "MacAddressInUse",
                "Unable to complete operation for network " + network.id() + ". The mac address " + mac
                        + " is in use.");
    }

    private String address(Network network, PortWish wish) {
        return wish.address()
                .map(address -> free(network, address, Optional.empty()))
                .or(() -> cloud.freeAddress(network))
                .orElseThrow(() -> new Rejection(
                        409,
                        "IpAddressGenerationFailure",
                        "No more IP addresses available on network " + network.id() + "."));
    }

    private String free(Network network, String address, Optional<String> own) {
        if (own.filter(address::equals).isPresent()) return address;
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

    private List<String> groups(Call call, PortWish wish, boolean secured) {
        Optional<List<String>> asked = wish.groups();
        if (asked.isPresent()) return groups(call, asked.get(), secured);
        return secured
                ? cloud.securityGroup(call.project(), "default").stream()
                        .map(SecurityGroup::id)
                        .toList()
                : List.of();
    }

    private List<String> groups(Call call, List<String> ids, boolean secured) {
        if (!secured && !ids.isEmpty()) {
            throw new Rejection(
                    400,
                    "PortSecurityAndIPRequiredForSecurityGroups",
                    "Port security must be enabled and port must have an IP address in order to use security groups.");
        }
        ids.forEach(id -> SecurityGroupApi.find(cloud, call, id));
        return ids;
    }

    private Answer update(Call call) {
        JsonNode asked = NeutronBody.toChange(call, ATTRIBUTES);
        PortWish wish = new PortWish(asked);
        wish.check();
        Port port = find(call);
        Network network = cloud.network(port.network()).orElseThrow();
        authorize(call, wish, "update_port", network);
        wish.checkSubnets(cloud.networks());
        boolean secured = wish.secured(port.traits().secured());
        Port.Traits traits = wish.traits(port.traits(), secured);
        checkPairs(traits);
        if (!secured && wish.groups().isEmpty() && !port.securityGroups().isEmpty()) {
            throw new Rejection(
                    409,
                    "PortSecurityPortHasSecurityGroup",
                    "Port has security group associated. Cannot disable port security or IP address until security"
                            + " group is removed.");
        }
        Port changed = port.changing()
                .name(asked.path("name").asText(port.name()))
                .description(asked.path("description").asText(port.description()))
                .device(device(asked, port.device()), asked.path("device_owner").asText(port.owner()))
                .adminUp(NeutronBody.yes(asked, "admin_state_up", port.adminUp()))
                .address(wish.address()
                        .map(address -> free(network, address, Optional.of(port.address())))
                        .orElse(port.address()))
                .securityGroups(
                        wish.groups().map(ids -> groups(call, ids, secured)).orElse(port.securityGroups()))
                .traits(traits)
                .build(cloud.now());
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
        JsonNode asked = call.json().orElseGet(JsonTree::object).path("tags");
        if (asked.isMissingNode()) throw NeutronBody.operation("Invalid tags body.");
        if (!asked.isArray()) throw NeutronBody.operation("'" + asked.asText() + "' is not a list.");
        List<String> tags = new ArrayList<>();
        asked.forEach(tag -> tags.add(tag.asText()));
        tags.stream().filter(tag -> tag.length() > LONGEST_TAG).findFirst().ifPresent(tag -> {
            throw NeutronBody.operation("'" + tag + "' exceeds maximum length of " + LONGEST_TAG + ".");
        });
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
                .put(
                        "allowed_address_pairs",
                        port.traits().pairs().stream()
                                .map(pair -> JsonTree.object(
                                        "mac_address", pair.mac().orElse(port.mac()), "ip_address", pair.address()))
                                .toList())
                .put(
                        "extra_dhcp_opts",
                        port.traits().options().stream()
                                .map(option -> JsonTree.object(
                                        "opt_name", option.name(), "opt_value", option.value(), "ip_version", 4))
                                .toList())
                .put("security_groups", port.securityGroups())
                .put("description", port.description())
                .put("binding:vnic_type", port.traits().vnicType())
                .put(
                        "port_security_enabled",
                        port.traits().secured() && !port.owner().equals(Port.ROUTER))
                .put("tags", port.tags())
                .put("created_at", Times.seconds(port.created()))
                .put("updated_at", Times.seconds(port.updated()))
                .put("revision_number", port.revision())
                .put("project_id", port.project())
                .object();
    }
}
