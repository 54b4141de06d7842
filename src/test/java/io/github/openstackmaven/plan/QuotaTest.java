package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.compute.Limits;
import io.github.openstackmaven.compute.ServerGroup;
import io.github.openstackmaven.network.NetworkQuota;
import io.github.openstackmaven.volume.VolumeLimits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a launch takes of the project's quotas. */
class QuotaTest {
    private static final Limits NOVA = Shown.as(Limits.class, """
            {"maxTotalInstances": 10, "totalInstancesUsed": 3, "maxTotalCores": 20, "totalCoresUsed": 6,
             "maxTotalRAMSize": 51200, "totalRAMUsed": 1536, "maxServerGroups": 10, "totalServerGroupsUsed": 1}""");
    private static final NetworkQuota NEUTRON =
            new NetworkQuota(Optional.of(use(50)), Optional.of(use(5)), Optional.of(use(10)), Optional.of(use(100)));
    private static final VolumeLimits CINDER =
            new VolumeLimits(Optional.of(10), Optional.of(1), Optional.of(1000), Optional.of(20));

    @Test
    void each_resource_has_what_is_used_asked_allowed_and_left_after_it() {
        assertThat(quota(PlannedServers.full()).rows())
                .containsExactly(
                        row("instances", 3, 1, 10),
                        row("cores", 6, 2, 20),
                        row("ram (MiB)", 1536, 512, 51200),
                        row("server groups", 1, 1, 10),
                        row("ports", 2, 2, 50),
                        row("floating IPs", 2, 1, 5),
                        row("security groups", 2, 1, 10),
                        row("security group rules", 2, 5, 100),
                        row("volumes", 1, 2, 10),
                        row("gigabytes", 20, 25, 1000));
        assertThat(row("cores", 6, 2, 20).left()).contains(12);
    }

    @Test
    void what_a_launch_does_not_ask_for_is_left_out() {
        assertThat(quota(PlannedServers.plain()).rows())
                .extracting(Quota.Row::resource)
                .containsExactly("instances", "cores", "ram (MiB)", "ports");
    }

    @Test
    void what_the_cloud_does_not_tell_is_unknown_and_never_too_little() {
        Quota quota = Quota.of(
                Recipe.of(List.of(PlannedServers.full())).costs(),
                Costs.none(),
                Limits.unknown(),
                Optional.of(NetworkQuota.unknown()),
                Optional.of(VolumeLimits.unknown()));

        assertThat(quota.rows()).hasSize(10).allSatisfy(row -> {
            assertThat(row.limitKnown()).isFalse();
            assertThat(row.used()).isEmpty();
            assertThat(row.left()).isEmpty();
        });
        quota.check();
    }

    @Test
    void a_nova_that_says_nothing_is_allowed_may_count_that_as_no_limit() {
        Limits limits = Shown.as(Limits.class, """
                {"maxTotalInstances": 10, "totalInstancesUsed": 3, "maxTotalCores": 0, "totalCoresUsed": 6,
                 "maxTotalRAMSize": 0, "totalRAMUsed": 1536, "maxServerGroups": 0, "totalServerGroupsUsed": 1}""");

        Quota quota = Quota.of(
                Recipe.of(List.of(PlannedServers.full())).costs(),
                Costs.none(),
                limits,
                Optional.empty(),
                Optional.empty());

        quota.check();
        assertThat(quota.rows())
                .extracting(Quota.Row::resource, Quota.Row::limitKnown)
                .containsExactly(
                        tuple("instances", true),
                        tuple("cores", false),
                        tuple("ram (MiB)", false),
                        tuple("server groups", false));
    }

    @Test
    void what_a_server_group_takes_in_is_known_of_one_that_is_empty() {
        Limits nova = Shown.as(Limits.class, "{\"maxServerGroupMembers\": 10}");
        Recipe recipe = Recipe.of(List.of(PlannedServers.full()));

        assertThat(new Quota(List.of()).withMembers(recipe, nova).rows())
                .containsExactly(row("servers in group 'apart'", 0, 1, 10));
        assertThat(new Quota(List.of())
                        .withMembers(Recipe.of(List.of(inOld(PlannedServers.full()))), nova)
                        .rows())
                .containsExactly(Quota.Row.of("servers in group 'old'", Optional.empty(), 1, Optional.of(10)));
    }

    @Test
    void what_alone_is_more_than_allowed_does_not_fit_whatever_is_used() {
        Quota quota = new Quota(List.of(Quota.Row.of("cores", Optional.empty(), 8, Optional.of(4))));

        assertThatThrownBy(quota::check)
                .hasMessage("The launch does not fit the project's quota: cores: 8 asked, 4 allowed");
    }

    @Test
    void what_is_used_of_an_unknown_limit_is_told() {
        Quota.Row row = Quota.Row.of("cores", Optional.of(6), 2, Optional.empty());

        assertThat(row.used()).contains(6);
        assertThat(row.limitKnown()).isFalse();
        assertThat(row.left()).isEmpty();
    }

    @Test
    void of_a_service_that_the_cloud_lacks_nothing_is_told() {
        Quota quota = Quota.of(
                Recipe.of(List.of(PlannedServers.full())).costs(),
                Costs.none(),
                NOVA,
                Optional.empty(),
                Optional.empty());

        assertThat(quota.rows())
                .extracting(Quota.Row::resource)
                .containsExactly("instances", "cores", "ram (MiB)", "server groups");
    }

    @Test
    void a_negative_limit_is_none() {
        Quota.Row row = row("instances", 3, 500, -1);

        assertThat(row.limit()).isEmpty();
        assertThat(row.limitKnown()).isTrue();
        assertThat(row.left()).isEmpty();
        new Quota(List.of(row)).check();
    }

    @Test
    void a_launch_that_takes_the_last_of_it_fits() {
        new Quota(List.of(row("instances", 3, 7, 10))).check();
    }

    @Test
    void every_resource_that_is_exceeded_is_told_with_its_figures() {
        Quota quota =
                new Quota(List.of(row("instances", 3, 8, 10), row("cores", 6, 2, 20), row("floating IPs", 5, 1, 5)));

        assertThatThrownBy(quota::check)
                .hasMessage("The launch does not fit the project's quota: instances: 3 used, 8 asked, 10 allowed;"
                        + " floating IPs: 5 used, 1 asked, 5 allowed");
    }

    @Test
    void what_is_given_back_first_is_not_in_use() {
        Costs freed = Costs.of(QuotaResource.INSTANCES, 1)
                .and(QuotaResource.CORES, 2)
                .and(QuotaResource.RAM, 512)
                .and(QuotaResource.SERVER_GROUPS, 1)
                .and(QuotaResource.PORTS, 1)
                .and(QuotaResource.FLOATING_IPS, 2)
                .and(QuotaResource.SECURITY_GROUPS, 1)
                .and(QuotaResource.SECURITY_GROUP_RULES, 2)
                .and(QuotaResource.VOLUMES, 1)
                .and(QuotaResource.GIGABYTES, 20);

        assertThat(quota(PlannedServers.full(), freed).rows())
                .extracting(row -> row.used().orElseThrow())
                .containsExactly(2, 4, 1024, 0, 1, 0, 1, 0, 0, 0);
    }

    @Test
    void a_server_group_that_several_servers_share_is_made_once() {
        assertThat(Recipe.of(List.of(PlannedServers.full(), PlannedServers.full()))
                        .costs()
                        .of(QuotaResource.SERVER_GROUPS))
                .isEqualTo(1);
    }

    private static Quota quota(PlannedServer server) {
        return quota(server, Costs.none());
    }

    private static Quota quota(PlannedServer server, Costs freed) {
        return Quota.of(Recipe.of(List.of(server)).costs(), freed, NOVA, Optional.of(NEUTRON), Optional.of(CINDER));
    }

    private static PlannedServer inOld(PlannedServer server) {
        ServerGroup old = new ServerGroup("g1", "old", List.of("affinity"), List.of("s1"));
        return new PlannedServer(
                server.spec(),
                server.boot(),
                server.flavor(),
                server.networks(),
                server.access(),
                Optional.of(new PlannedServerGroup.Existing(old)),
                server.volumes(),
                server.preparation());
    }

    private static Quota.Row row(String resource, int used, int asked, int limit) {
        return Quota.Row.of(resource, Optional.of(used), asked, Optional.of(limit));
    }

    private static NetworkQuota.Use use(int limit) {
        return new NetworkQuota.Use(limit, 1, 1);
    }
}
