package io.github.openstackmaven.simulator.cinder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.Limits.Limit;
import io.github.openstackmaven.simulator.state.VolumeType;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * <a href="https://docs.openstack.org/api-ref/block-storage/v3/#limits-limits">Limits</a> and
 * <a href="https://docs.openstack.org/api-ref/block-storage/v3/#quota-sets-extension-os-quota-sets">quota sets</a> of Cinder.
 */
record VolumeQuotaApi(VolumeQuotas quotas) {

    private record Amount(int limit, int inUse) {}

    List<Route> routes() {
        return List.of(
                Route.get("/limits", this::limits),
                Route.get("/os-quota-sets/{project}", this::set),
                Route.get("/os-quota-sets/{project}/defaults", call -> set(call, false)));
    }

    private Answer limits(Call call) {
        String project = call.project();
        VolumeQuotas.Used used = quotas.used(project);
        ObjectNode absolute = new Fields()
                .put("maxTotalVolumes", limit(project, Limit.VOLUMES))
                .put("maxTotalSnapshots", limit(project, Limit.SNAPSHOTS))
                .put("maxTotalVolumeGigabytes", limit(project, Limit.GIGABYTES))
                .put("maxTotalBackups", 10)
                .put("maxTotalBackupGigabytes", 1000)
                .put("totalVolumesUsed", used.volumes())
                .put("totalGigabytesUsed", used.gigabytes())
                .put("totalSnapshotsUsed", used.snapshots())
                .put("totalBackupsUsed", 0)
                .put("totalBackupGigabytesUsed", 0)
                .object();
        return Answer.json(200, JsonTree.object("limits", JsonTree.object("rate", List.of(), "absolute", absolute)));
    }

    private int limit(String project, Limit limit) {
        return quotas.limits().of(project, limit);
    }

    private Answer set(Call call) {
        String usage = call.query().first("usage").orElse("false");
        if (!usage.matches("(?i)true|false|1|0|yes|no|on|off|t|f|y|n")) {
            throw Rejection.badRequest("Value '" + usage + "' for 'usage' is not a boolean.");
        }
        return set(call, usage.matches("(?i)true|1|yes|on|t|y"));
    }

    private Answer set(Call call, boolean detailed) {
        String project = call.part("project");
        if (!project.equals(call.project()) && !call.caller().isAdmin()) {
            throw Rejection.forbidden("Policy doesn't allow volume_extension:quotas:show to be performed.");
        }
        ObjectNode set = JsonTree.object();
        amounts(project)
                .forEach((name, amount) -> set.set(
                        name,
                        detailed
                                ? JsonTree.object("limit", amount.limit(), "in_use", amount.inUse(), "reserved", 0)
                                : JsonTree.node(amount.limit())));
        set.put("id", project);
        return Answer.json(200, JsonTree.object("quota_set", set));
    }

    private Map<String, Amount> amounts(String project) {
        VolumeQuotas.Used used = quotas.used(project);
        Map<String, Amount> all = new LinkedHashMap<>();
        all.put("volumes", new Amount(limit(project, Limit.VOLUMES), used.volumes()));
        all.put("per_volume_gigabytes", new Amount(-1, 0));
        all.put("snapshots", new Amount(limit(project, Limit.SNAPSHOTS), used.snapshots()));
        all.put("gigabytes", new Amount(limit(project, Limit.GIGABYTES), used.gigabytes()));
        all.put("backups", new Amount(10, 0));
        all.put("backup_gigabytes", new Amount(1000, 0));
        for (VolumeType type : VolumeType.ALL) {
            VolumeQuotas.Used ofType = quotas.used(project, type::equals);
            all.put("volumes_" + type.name(), new Amount(-1, ofType.volumes()));
            all.put("gigabytes_" + type.name(), new Amount(-1, ofType.gigabytes()));
            all.put("snapshots_" + type.name(), new Amount(-1, ofType.snapshots()));
        }
        all.put("groups", new Amount(10, 0));
        return all;
    }
}
