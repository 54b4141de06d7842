package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Limits;
import io.github.openstackmaven.network.NetworkQuota;
import io.github.openstackmaven.volume.VolumeLimits;
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
     * @param used before the launch, without what it replaces; empty where the cloud doesn't tell
     * @param limit empty where there is none, or none is known
     * @param limitKnown whether the cloud tells what the limit is, or that there is none
     * @param left once all is made; empty where there is no limit, or it can't be known
     */
    public record Row(
            String resource,
            Optional<Integer> used,
            int asked,
            Optional<Integer> limit,
            boolean limitKnown,
            Optional<Integer> left) {

        /** A row as clouds tell it: a negative limit is none. */
        static Row of(String resource, Optional<Integer> used, int asked, Optional<Integer> limit) {
            Optional<Integer> most = limit.filter(number -> number >= 0);
            Optional<Integer> left = most.flatMap(number -> used.map(taken -> number - taken - asked));
            return new Row(resource, used, asked, most, limit.isPresent(), left);
        }

        // What alone is too much is so whatever is used.
        private boolean exceeded() {
            return left.or(() -> limit.map(number -> number - asked))
                    .filter(number -> number < 0)
                    .isPresent();
        }

        private String told() {
            return resource + ": " + used.map(number -> number + " used, ").orElse("") + asked + " asked, "
                    + limit.orElseThrow() + " allowed";
        }
    }

    /**
     * What is asked of these quotas; those that an empty one is of are not the cloud's or not asked of.
     *
     * @param freed what is in use and given back before anything is made
     */
    static Quota of(
            Demand demand,
            Demand freed,
            Limits compute,
            Optional<NetworkQuota> network,
            Optional<VolumeLimits> volume) {
        return new Quota(Stream.of(
                        compute(demand, freed, compute),
                        network.stream().flatMap(quota -> network(demand, freed, quota)),
                        volume.stream().flatMap(limits -> volume(demand, freed, limits)))
                .flatMap(rows -> rows)
                .filter(row -> row.asked() > 0)
                .toList());
    }

    private static Stream<Row> compute(Demand demand, Demand freed, Limits nova) {
        return Stream.of(
                row(
                        "instances",
                        nova.totalInstancesUsed(),
                        freed.instances(),
                        demand.instances(),
                        nova.maxTotalInstances()),
                row("cores", nova.totalCoresUsed(), freed.cores(), demand.cores(), nova.maxTotalCores()),
                row("ram (MiB)", nova.totalRAMUsed(), freed.ram(), demand.ram(), nova.maxTotalRAMSize()),
                row(
                        "server groups",
                        nova.totalServerGroupsUsed(),
                        freed.serverGroups(),
                        demand.serverGroups(),
                        nova.maxServerGroups()));
    }

    private static Stream<Row> network(Demand demand, Demand freed, NetworkQuota neutron) {
        return Stream.of(
                row("ports", neutron.ports(), freed.ports(), demand.ports()),
                row("floating IPs", neutron.floatingIps(), freed.floatingIps(), demand.floatingIps()),
                row("security groups", neutron.securityGroups(), freed.securityGroups(), demand.securityGroups()),
                row(
                        "security group rules",
                        neutron.securityGroupRules(),
                        freed.securityGroupRules(),
                        demand.securityGroupRules()));
    }

    private static Stream<Row> volume(Demand demand, Demand freed, VolumeLimits cinder) {
        return Stream.of(
                row("volumes", cinder.totalVolumesUsed(), freed.volumes(), demand.volumes(), cinder.maxTotalVolumes()),
                row(
                        "gigabytes",
                        cinder.totalGigabytesUsed(),
                        freed.gigabytes(),
                        demand.gigabytes(),
                        cinder.maxTotalVolumeGigabytes()));
    }

    private static Row row(String resource, Optional<NetworkQuota.Use> use, int freed, int asked) {
        Optional<Integer> used = use.map(one -> one.used() + one.reserved());
        return row(resource, used, freed, asked, use.map(NetworkQuota.Use::limit));
    }

    private static Row row(String resource, Optional<Integer> used, int freed, int asked, Optional<Integer> limit) {
        return Row.of(resource, used.map(number -> number - freed), asked, limit);
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
