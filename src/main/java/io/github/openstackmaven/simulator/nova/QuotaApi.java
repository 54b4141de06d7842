package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * <a href="https://docs.openstack.org/api-ref/compute/#limits-limits">Limits</a>,
 * <a href="https://docs.openstack.org/api-ref/compute/#quota-sets-os-quota-sets">quota sets</a> and
 * <a href="https://docs.openstack.org/api-ref/compute/#availability-zones-os-availability-zone">zones</a>.
 */
final class QuotaApi {
    /** What Neutron looks after now; gone from Nova with 2.36. */
    private static final Set<String> NETWORK =
            Set.of("fixed_ips", "floating_ips", "security_group_rules", "security_groups");
    /** Gone with 2.57. */
    private static final Set<String> INJECTED =
            Set.of("injected_file_content_bytes", "injected_file_path_bytes", "injected_files");

    private final CloudState cloud;
    private final Quotas quotas;

    QuotaApi(CloudState cloud, Quotas quotas) {
        this.cloud = cloud;
        this.quotas = quotas;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/limits", this::limits),
                Route.get("/os-quota-sets/{project}", call -> set(call, "show", false)),
                Route.get("/os-quota-sets/{project}/detail", call -> set(call, "detail", true)),
                Route.get("/os-availability-zone", call -> zones()),
                Route.get("/os-availability-zone/detail", call -> {
                    throw Rejection.forbidden(
                            "Policy doesn't allow os_compute_api:os-availability-zone:detail to be performed.");
                }));
    }

    private Answer limits(Call call) {
        Quotas.Amounts limit = quotas.limits(call.project());
        Quotas.Amounts used = quotas.used(call.project());
        ObjectNode absolute = new Fields()
                .put("maxTotalInstances", limit.instances())
                .put("maxTotalCores", limit.cores())
                .put("maxTotalRAMSize", limit.ram())
                .put("maxServerMeta", 128)
                .put("maxTotalKeypairs", 100)
                .put("maxServerGroups", 10)
                .put("maxServerGroupMembers", 10)
                .put("totalRAMUsed", used.ram())
                .put("totalCoresUsed", used.cores())
                .put("totalInstancesUsed", used.instances())
                .put(
                        "totalServerGroupsUsed",
                        cloud.serverGroups().of(call.project()).size())
                .object();
        if (call.minor() < 39) absolute.put("maxImageMeta", 128);
        if (call.minor() < 57) absolute.put("maxPersonality", 5).put("maxPersonalitySize", 10240);
        if (call.minor() < 36) {
            List.of("maxTotalFloatingIps", "maxSecurityGroups", "maxSecurityGroupRules")
                    .forEach(name -> absolute.put(name, -1));
            List.of("totalFloatingIpsUsed", "totalSecurityGroupsUsed").forEach(name -> absolute.put(name, 0));
        }
        return Answer.json(200, JsonTree.object("limits", JsonTree.object("rate", List.of(), "absolute", absolute)));
    }

    private Answer set(Call call, String rule, boolean detailed) {
        if (!call.part("project").equals(call.project()) && !call.caller().isAdmin()) {
            throw Rejection.forbidden(
                    "Policy doesn't allow os_compute_api:os-quota-sets:" + rule + " to be performed.");
        }
        Quotas.Amounts used = quotas.used(call.part("project"));
        Map<String, Integer> inUse = Map.of(
                "cores",
                used.cores(),
                "instances",
                used.instances(),
                "ram",
                used.ram(),
                "server_groups",
                cloud.serverGroups().of(call.part("project")).size());
        ObjectNode set = JsonTree.object("id", call.part("project"));
        all(quotas.limits(call.part("project"))).forEach((name, limit) -> {
            if (call.minor() >= 36 && NETWORK.contains(name)) return;
            if (call.minor() >= 57 && INJECTED.contains(name)) return;
            set.set(name, detailed ? detail(limit, inUse.getOrDefault(name, 0)) : JsonTree.node(limit));
        });
        return Answer.json(200, JsonTree.object("quota_set", set));
    }

    private static Map<String, Integer> all(Quotas.Amounts limits) {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("cores", limits.cores());
        all.put("fixed_ips", -1);
        all.put("floating_ips", -1);
        all.put("injected_file_content_bytes", 10240);
        all.put("injected_file_path_bytes", 255);
        all.put("injected_files", 5);
        all.put("instances", limits.instances());
        all.put("key_pairs", 100);
        all.put("metadata_items", 128);
        all.put("ram", limits.ram());
        all.put("security_group_rules", -1);
        all.put("security_groups", -1);
        all.put("server_group_members", 10);
        all.put("server_groups", 10);
        return all;
    }

    private static JsonNode detail(int limit, int inUse) {
        return JsonTree.object("limit", limit, "in_use", inUse, "reserved", 0);
    }

    private static Answer zones() {
        return Answer.json(
                200,
                JsonTree.object(
                        "availabilityZoneInfo",
                        List.of(JsonTree.object(
                                "zoneName",
                                "nova",
                                "zoneState",
                                JsonTree.object("available", true),
                                "hosts",
                                Optional.empty()))));
    }
}
