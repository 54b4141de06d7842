package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Network;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Times;
import java.util.List;
import java.util.Optional;

/** <a href="https://docs.openstack.org/api-ref/network/v2/#layer-2-networking">Networks</a> and their subnets. */
final class NetworkApi {
    private final CloudState cloud;
    private final Listing networks;
    private final Listing subnets;

    NetworkApi(CloudState cloud, String base) {
        this.cloud = cloud;
        this.networks = new Listing(base, Listing.Kind.NETWORK, this::networks);
        this.subnets = new Listing(base, Listing.Kind.SUBNET, this::subnets);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/networks", networks::list),
                Route.get("/networks/{id}", networks::show),
                Route.get("/subnets", subnets::list),
                Route.get("/subnets/{id}", subnets::show));
    }

    private List<ObjectNode> networks(Call call) {
        return cloud.networks().stream()
                .filter(network -> network.isSeenBy(call.project()))
                .map(network -> network(network, call.project()))
                .toList();
    }

    // The subnet of an external network is its owner's business.
    private List<ObjectNode> subnets(Call call) {
        return cloud.networks().stream()
                .filter(network -> network.isUsableBy(call.project()))
                .map(this::subnet)
                .toList();
    }

    private ObjectNode network(Network network, String project) {
        ObjectNode view = new Fields()
                .put("id", network.id())
                .put("name", network.name())
                .put("tenant_id", network.project())
                .put("admin_state_up", true)
                .put("mtu", 1500)
                .put("status", "ACTIVE")
                .put("subnets", List.of(network.subnet()))
                .put("shared", network.isSharedWith(project))
                .put("availability_zone_hints", List.of())
                .put("availability_zones", List.of())
                .put("ipv4_address_scope", Optional.empty())
                .put("ipv6_address_scope", Optional.empty())
                .put("router:external", network.external())
                .put("description", "")
                .put("port_security_enabled", true)
                .object();
        if (cloud.release().since(Release.OF_2026_2)) view.put("qinq", false).put("vlan_transparent", false);
        if (network.external()) view.put("is_default", false);
        view.setAll(new Fields()
                .put("tags", List.of())
                .put("created_at", Times.seconds(network.created()))
                .put("updated_at", Times.seconds(network.created()))
                .put("revision_number", network.revision())
                .put("project_id", network.project())
                .object());
        return view;
    }

    private ObjectNode subnet(Network network) {
        ObjectNode view = shown(network);
        if (cloud.release().since(Release.EPOXY)) view.put("router:external", network.external());
        return view;
    }

    private static ObjectNode shown(Network network) {
        return new Fields()
                .put("id", network.subnet())
                .put("name", network.name() + "-v4")
                .put("tenant_id", network.project())
                .put("network_id", network.id())
                .put("ip_version", 4)
                .put("subnetpool_id", Optional.empty())
                .put("enable_dhcp", network.hasDhcp())
                .put("ipv6_ra_mode", Optional.empty())
                .put("ipv6_address_mode", Optional.empty())
                .put("gateway_ip", network.gateway())
                .put("cidr", network.cidr())
                .put(
                        "allocation_pools",
                        List.of(JsonTree.object(
                                "start",
                                network.pool().get(0),
                                "end",
                                network.pool().get(1))))
                .put("host_routes", List.of())
                .put("dns_nameservers", List.of())
                .put("description", "")
                .put("service_types", List.of())
                .put("tags", List.of())
                .put("created_at", Times.seconds(network.created()))
                .put("updated_at", Times.seconds(network.created()))
                .put("revision_number", 0)
                .put("project_id", network.project())
                .object();
    }
}
