package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Limits;
import io.github.openstackmaven.network.NetworkQuota;
import io.github.openstackmaven.volume.VolumeLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a launch takes of what the project may have: a row for each resource it asks for and the cloud counts. */
public record Quota(List<Row> rows) {
    public Quota {
        rows = List.copyOf(rows);
    }

    /**
     * One resource.
     *
     * @param resource in people's words, with its unit: {@code ram (MiB)}
     * @param used before the launch, without what it replaces
     * @param limit empty: there is none
     * @param left once all is made
     */
    public record Row(String resource, int used, int asked, Optional<Integer> limit, Optional<Integer> left) {

        /** A row as clouds tell it: a negative limit is none. */
        static Row of(String resource, int used, int asked, int limit) {
            Optional<Integer> most = limit < 0 ? Optional.empty() : Optional.of(limit);
            return new Row(resource, used, asked, most, most.map(number -> number - used - asked));
        }

        private boolean exceeded() {
            return left.filter(number -> number < 0).isPresent();
        }

        private String told() {
            return resource + ": " + used + " used, " + asked + " asked, " + limit.orElseThrow() + " allowed";
        }
    }

    /**
     * What is asked of these quotas.
     *
     * @param freed what is in use and given back before anything is made
     */
    static Quota of(
            Demand demand,
            Demand freed,
            Limits compute,
            Optional<NetworkQuota> network,
            Optional<VolumeLimits> volume) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(
                "instances",
                compute.totalInstancesUsed() - freed.instances(),
                demand.instances(),
                compute.maxTotalInstances()));
        rows.add(Row.of("cores", compute.totalCoresUsed() - freed.cores(), demand.cores(), compute.maxTotalCores()));
        rows.add(Row.of("ram (MiB)", compute.totalRAMUsed() - freed.ram(), demand.ram(), compute.maxTotalRAMSize()));
        compute.maxServerGroups()
                .ifPresent(most -> rows.add(Row.of(
                        "server groups",
                        compute.totalServerGroupsUsed().orElse(0) - freed.serverGroups(),
                        demand.serverGroups(),
                        most)));
        network.ifPresent(quota -> {
            rows.add(row("ports", quota.ports(), freed.ports(), demand.ports()));
            rows.add(row("floating IPs", quota.floatingIps(), freed.floatingIps(), demand.floatingIps()));
            rows.add(row("security groups", quota.securityGroups(), freed.securityGroups(), demand.securityGroups()));
            rows.add(row(
                    "security group rules",
                    quota.securityGroupRules(),
                    freed.securityGroupRules(),
                    demand.securityGroupRules()));
        });
        volume.ifPresent(limits -> {
            rows.add(Row.of(
                    "volumes",
                    limits.totalVolumesUsed() - freed.volumes(),
                    demand.volumes(),
                    limits.maxTotalVolumes()));
            rows.add(Row.of(
                    "gigabytes",
                    limits.totalGigabytesUsed() - freed.gigabytes(),
                    demand.gigabytes(),
                    limits.maxTotalVolumeGigabytes()));
        });
        return new Quota(rows.stream().filter(row -> row.asked() > 0).toList());
    }

    private static Row row(String resource, NetworkQuota.Use use, int freed, int asked) {
        return Row.of(resource, use.used() + use.reserved() - freed, asked, use.limit());
    }

    /**
     * That the launch fits.
     *
     * @throws OpenStackException when it does not; names what is used, asked and allowed of each resource exceeded
     */
    void check() {
        Stream<Row> exceeded = rows.stream().filter(Row::exceeded);
        String excess = exceeded.map(Row::told).collect(Collectors.joining("; "));
        if (excess.isEmpty()) return;
        throw new OpenStackException(
                "The launch does not fit the project's quota: " + excess,
                "Delete what is no longer needed, ask for less, or ask the cloud's operator for quota.");
    }
}
