package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.compute.Limits;
import io.github.openstackmaven.network.NetworkQuota;
import io.github.openstackmaven.volume.VolumeLimits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a launch takes of the project's quotas. */
class QuotaTest {
    private static final Limits NOVA = new Limits(10, 3, 20, 6, 51200, 1536, Optional.of(10), Optional.of(1));
    private static final NetworkQuota NEUTRON = new NetworkQuota(use(50), use(5), use(10), use(100));
    private static final VolumeLimits CINDER = new VolumeLimits(10, 1, 1000, 20, 10, 0);

    @Test
    void each_resource_has_what_is_used_asked_allowed_and_left_after_it() {
        assertThat(quota(PlannedServers.full()).rows())
                .containsExactly(
                        Quota.Row.of("instances", 3, 1, 10),
                        Quota.Row.of("cores", 6, 2, 20),
                        Quota.Row.of("ram (MiB)", 1536, 512, 51200),
                        Quota.Row.of("server groups", 1, 1, 10),
                        Quota.Row.of("ports", 2, 2, 50),
                        Quota.Row.of("floating IPs", 2, 1, 5),
                        Quota.Row.of("security groups", 2, 1, 10),
                        Quota.Row.of("security group rules", 2, 5, 100),
                        Quota.Row.of("volumes", 1, 2, 10),
                        Quota.Row.of("gigabytes", 20, 25, 1000));
        assertThat(Quota.Row.of("cores", 6, 2, 20).left()).contains(12);
    }

    @Test
    void what_a_launch_does_not_ask_for_is_left_out() {
        assertThat(quota(PlannedServers.plain()).rows())
                .extracting(Quota.Row::resource)
                .containsExactly("instances", "cores", "ram (MiB)", "ports");
    }

    @Test
    void what_the_cloud_does_not_tell_is_left_out() {
        Quota quota = Quota.of(
                Demand.of(List.of(PlannedServers.full())),
                Demand.none(),
                new Limits(10, 3, 20, 6, 51200, 1536, Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty());

        assertThat(quota.rows()).extracting(Quota.Row::resource).containsExactly("instances", "cores", "ram (MiB)");
    }

    @Test
    void a_negative_limit_is_none() {
        Quota.Row row = Quota.Row.of("instances", 3, 500, -1);

        assertThat(row.limit()).isEmpty();
        assertThat(row.left()).isEmpty();
        new Quota(List.of(row)).check();
    }

    @Test
    void a_launch_that_takes_the_last_of_it_fits() {
        new Quota(List.of(Quota.Row.of("instances", 3, 7, 10))).check();
    }

    @Test
    void every_resource_that_is_exceeded_is_told_with_its_figures() {
        Quota quota = new Quota(List.of(
                Quota.Row.of("instances", 3, 8, 10),
                Quota.Row.of("cores", 6, 2, 20),
                Quota.Row.of("floating IPs", 5, 1, 5)));

        assertThatThrownBy(quota::check)
                .hasMessage("The launch does not fit the project's quota: instances: 3 used, 8 asked, 10 allowed;"
                        + " floating IPs: 5 used, 1 asked, 5 allowed");
    }

    @Test
    void what_is_given_back_first_is_not_in_use() {
        Demand freed = new Demand(1, 2, 512, 1, 1, 2, 1, 2, 1, 20);

        assertThat(quota(PlannedServers.full(), freed).rows())
                .extracting(Quota.Row::used)
                .containsExactly(2, 4, 1024, 0, 1, 0, 1, 0, 0, 0);
    }

    @Test
    void a_server_group_that_several_servers_share_is_made_once() {
        assertThat(Demand.of(List.of(PlannedServers.full(), PlannedServers.full()))
                        .serverGroups())
                .isEqualTo(1);
    }

    private static Quota quota(PlannedServer server) {
        return quota(server, Demand.none());
    }

    private static Quota quota(PlannedServer server, Demand freed) {
        return Quota.of(Demand.of(List.of(server)), freed, NOVA, Optional.of(NEUTRON), Optional.of(CINDER));
    }

    private static NetworkQuota.Use use(int limit) {
        return new NetworkQuota.Use(limit, 1, 1);
    }
}
