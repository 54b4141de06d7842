package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** <a href="https://docs.openstack.org/api-ref/network/v2/#layer-2-networking">Networks</a> and their subnets. */
final class NetworkApi {
    private final Cloud cloud;
    private final Listing listing;

    NetworkApi(Cloud cloud, Listing listing) {
        this.cloud = cloud;
        this.listing = listing;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/networks", call -> listing.list(call, Listing.Kind.NETWORK, networks(call))),
                Route.get("/networks/{id}", call -> listing.show(call, Listing.Kind.NETWORK, networks(call))),
                Route.get("/subnets", call -> listing.list(call, Listing.Kind.SUBNET, subnets(call))),
                Route.get("/subnets/{id}", call -> listing.show(call, Listing.Kind.SUBNET, subnets(call))));
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
                .map(NetworkApi::subnet)
                .toList();
    }

    private static ObjectNode network(Network network, String project) {
        ObjectNode view = Json.object(
                "id",
                network.id(),
                "name",
                network.name(),
                "tenant_id",
                network.project(),
                "admin_state_up",
                true,
                "mtu",
                1500,
                "status",
                "ACTIVE",
                "subnets",
                List.of(network.subnet()),
                "shared",
                network.isSharedWith(project),
                "availability_zone_hints",
                List.of(),
                "availability_zones",
                List.of(),
                "ipv4_address_scope",
                Optional.empty(),
                "ipv6_address_scope",
                Optional.empty(),
                "router:external",
                network.external(),
                "description",
                "",
                "port_security_enabled",
                true);
        if (network.external()) view.put("is_default", false);
        view.setAll(Json.object(
                "tags",
                List.of(),
                "created_at",
                Times.seconds(network.created()),
                "updated_at",
                Times.seconds(network.created()),
                "revision_number",
                network.revision(),
                "project_id",
                network.project()));
        return view;
    }

    private static ObjectNode subnet(Network network) {
        return Json.object(
                "id",
                network.subnet(),
                "name",
                network.name() + "-v4",
                "tenant_id",
                network.project(),
                "network_id",
                network.id(),
                "ip_version",
                4,
                "subnetpool_id",
                Optional.empty(),
                "enable_dhcp",
                network.hasDhcp(),
                "ipv6_ra_mode",
                Optional.empty(),
                "ipv6_address_mode",
                Optional.empty(),
                "gateway_ip",
                network.prefix() + ".1",
                "cidr",
                network.cidr(),
                "allocation_pools",
                List.of(Json.object("start", network.prefix() + ".2", "end", network.prefix() + ".254")),
                "host_routes",
                List.of(),
                "dns_nameservers",
                List.of(),
                "description",
                "",
                "service_types",
                List.of(),
                "tags",
                List.of(),
                "created_at",
                Times.seconds(network.created()),
                "updated_at",
                Times.seconds(network.created()),
                "revision_number",
                0,
                "project_id",
                network.project());
    }
}
