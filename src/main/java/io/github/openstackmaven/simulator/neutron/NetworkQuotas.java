package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Limits.Limit;
import io.github.openstackmaven.simulator.state.Port;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.state.SecurityGroup;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import java.util.List;
import java.util.stream.Stream;

/** <a href="https://docs.openstack.org/api-ref/network/v2/#quotas-extension-quotas">Neutron's quotas</a> and extensions. */
final class NetworkQuotas {
    private final CloudState cloud;

    NetworkQuotas(CloudState cloud) {
        this.cloud = cloud;
    }

    /** What is counted. */
    enum Resource {
        NETWORK("network"),
        SUBNET("subnet"),
        SUBNET_POOL("subnetpool"),
        PORT("port"),
        ROUTER("router"),
        FLOATING_IP("floatingip"),
        RBAC_POLICY("rbac_policy"),
        SECURITY_GROUP("security_group"),
        SECURITY_GROUP_RULE("security_group_rule"),
        ROUTER_ROUTE("router_route");

        private final String wire;

        Resource(String wire) {
            this.wire = wire;
        }
    }

    List<Route> routes() {
        return List.of(
                Route.get("/quotas/{project}", call -> quota(call, false)),
                Route.get("/quotas/{project}/details", call -> quota(call, true)),
                Route.get("/quotas", call -> {
                    throw disallowed();
                }),
                Route.get("/extensions", call -> extensions()));
    }

    static void check(CloudState cloud, String project, Resource resource) {
        NetworkQuotas quotas = new NetworkQuotas(cloud);
        int limit = quotas.limit(project, resource);
        if (limit >= 0 && quotas.used(project, resource) >= limit) throw NeutronBody.overQuota(resource.wire);
    }

    private int limit(String project, Resource resource) {
        return switch (resource) {
            case PORT -> cloud.limits().of(project, Limit.PORTS);
            case FLOATING_IP -> cloud.limits().of(project, Limit.FLOATING_IPS);
            case SECURITY_GROUP -> cloud.limits().of(project, Limit.SECURITY_GROUPS);
            case SECURITY_GROUP_RULE -> cloud.limits().of(project, Limit.SECURITY_GROUP_RULES);
            case NETWORK, SUBNET -> 100;
            case ROUTER, RBAC_POLICY -> 10;
            case ROUTER_ROUTE -> 30;
            case SUBNET_POOL -> -1;
        };
    }

    private Answer quota(Call call, boolean detailed) {
        String project = call.part("project");
        if (!project.equals(call.project()) && !call.caller().isAdmin()) throw disallowed();
        ObjectNode quota = JsonTree.object();
        for (Resource resource : Resource.values()) {
            if (resource == Resource.ROUTER_ROUTE && !cloud.release().since(Release.OF_2026_2)) continue;
            int limit = limit(project, resource);
            quota.set(
                    resource.wire,
                    detailed
                            ? JsonTree.object("limit", limit, "used", used(project, resource), "reserved", 0)
                            : JsonTree.node(limit));
        }
        return Answer.json(200, JsonTree.object("quota", quota));
    }

    private int used(String project, Resource resource) {
        List<Port> ports = cloud.ports().of(project);
        List<SecurityGroup> groups = cloud.securityGroups().of(project);
        return switch (resource) {
            case NETWORK, SUBNET ->
                (int) cloud.networks().stream()
                        .filter(network -> network.project().equals(project))
                        .count();
            case PORT -> ports.size();
            case ROUTER ->
                (int) ports.stream()
                        .filter(port -> port.owner().equals(Port.ROUTER))
                        .count();
            case FLOATING_IP -> cloud.floatingIps().of(project).size();
            case SECURITY_GROUP -> groups.size();
            case SECURITY_GROUP_RULE ->
                groups.stream().mapToInt(group -> group.rules().size()).sum();
            case SUBNET_POOL, RBAC_POLICY, ROUTER_ROUTE -> 0;
        };
    }

    private static Rejection disallowed() {
        return new Rejection(403, "PolicyNotAuthorized", "rule:get_quota is disallowed by policy");
    }

    private static Answer extensions() {
        return Answer.json(
                200,
                JsonTree.object(
                        "extensions",
                        Stream.of(
                                        "auto-allocated-topology",
                                        "binding",
                                        "external-net",
                                        "filter-validation",
                                        "fip-port-details",
                                        "net-mtu",
                                        "pagination",
                                        "port-security",
                                        "project-id",
                                        "quota_details",
                                        "quotas",
                                        "router",
                                        "security-group",
                                        "sorting",
                                        "standard-attr-description",
                                        "standard-attr-tag",
                                        "standard-attr-timestamp")
                                .map(alias -> new Fields()
                                        .put("name", alias)
                                        .put("alias", alias)
                                        .put("description", alias)
                                        .put("updated", "2016-01-01T00:00:00-00:00")
                                        .put("links", List.of())
                                        .object())
                                .toList()));
    }
}
