package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Limits;
import io.github.openstackmaven.network.NetworkQuota;
import io.github.openstackmaven.volume.VolumeLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
            Costs asked, Costs freed, Limits compute, Optional<NetworkQuota> network, Optional<VolumeLimits> volume) {
        return new Quota(Stream.of(
                        compute(asked, freed, compute),
                        network.stream().flatMap(quota -> network(asked, freed, quota)),
                        volume.stream().flatMap(limits -> volume(asked, freed, limits)))
                .flatMap(rows -> rows)
                .filter(row -> row.asked() > 0)
                .toList());
    }

    /**
     * The same with what server groups are to take in. Nova counts those members that one user has, so what is used of a group
     * that has some already is not known.
     */
    Quota withMembers(Recipe recipe, Limits nova) {
        Map<PlannedServerGroup, Long> members = recipe.servers().stream()
                .flatMap(server -> server.plan().serverGroup().stream())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return new Quota(Stream.concat(
                        rows.stream(),
                        members.entrySet().stream()
                                .map(group ->
                                        members(group.getKey(), group.getValue().intValue(), nova)))
                .toList());
    }

    private static Row members(PlannedServerGroup group, int asked, Limits nova) {
        Optional<Integer> used = group.isEmpty() ? Optional.of(0) : Optional.empty();
        return Row.of("servers in group '" + group.name() + "'", used, asked, told(nova.maxServerGroupMembers()));
    }

    private static Stream<Row> compute(Costs asked, Costs freed, Limits nova) {
        return Stream.of(
                row(QuotaResource.INSTANCES, nova.totalInstancesUsed(), asked, freed, told(nova.maxTotalInstances())),
                row(QuotaResource.CORES, nova.totalCoresUsed(), asked, freed, told(nova.maxTotalCores())),
                row(QuotaResource.RAM, nova.totalRAMUsed(), asked, freed, told(nova.maxTotalRAMSize())),
                row(
                        QuotaResource.SERVER_GROUPS,
                        nova.totalServerGroupsUsed(),
                        asked,
                        freed,
                        told(nova.maxServerGroups())));
    }

    // With unified limits Nova says 0 of what nobody has set, too, and may count that as unlimited: the create tells.
    // https://docs.openstack.org/nova/latest/admin/unified-limits.html
    private static Optional<Integer> told(Optional<Integer> limit) {
        return limit.filter(number -> number != 0);
    }

    private static Stream<Row> network(Costs asked, Costs freed, NetworkQuota neutron) {
        return Stream.of(
                row(QuotaResource.PORTS, neutron.ports(), asked, freed),
                row(QuotaResource.FLOATING_IPS, neutron.floatingIps(), asked, freed),
                row(QuotaResource.SECURITY_GROUPS, neutron.securityGroups(), asked, freed),
                row(QuotaResource.SECURITY_GROUP_RULES, neutron.securityGroupRules(), asked, freed));
    }

    private static Stream<Row> volume(Costs asked, Costs freed, VolumeLimits cinder) {
        return Stream.of(
                row(QuotaResource.VOLUMES, cinder.totalVolumesUsed(), asked, freed, cinder.maxTotalVolumes()),
                row(
                        QuotaResource.GIGABYTES,
                        cinder.totalGigabytesUsed(),
                        asked,
                        freed,
                        cinder.maxTotalVolumeGigabytes()));
    }

    private static Row row(QuotaResource resource, Optional<NetworkQuota.Use> use, Costs asked, Costs freed) {
        Optional<Integer> used = use.map(one -> one.used() + one.reserved());
        return row(resource, used, asked, freed, use.map(NetworkQuota.Use::limit));
    }

    private static Row row(
            QuotaResource resource, Optional<Integer> used, Costs asked, Costs freed, Optional<Integer> limit) {
        return Row.of(resource.label(), used.map(number -> number - freed.of(resource)), asked.of(resource), limit);
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
