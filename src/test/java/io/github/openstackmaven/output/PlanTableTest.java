package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServers;
import io.github.openstackmaven.plan.Quota;
import io.github.openstackmaven.plan.Recipe;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan for people. */
class PlanTableTest {
    private static final Quota QUOTA = new Quota(List.of(
            new Quota.Row("instances", Optional.of(3), 1, Optional.of(10), true, Optional.of(6)),
            new Quota.Row("ram (MiB)", Optional.of(1536), 512, Optional.empty(), true, Optional.empty())));

    @Test
    void what_the_cloud_does_not_tell_of_a_quota_is_unknown() {
        Quota quota = new Quota(List.of(
                new Quota.Row("cores", Optional.of(6), 2, Optional.empty(), false, Optional.empty()),
                new Quota.Row("ports", Optional.empty(), 1, Optional.of(10), true, Optional.empty())));

        assertThat(new PlanTable(new Plan(List.of(), Recipe.of(List.of()), quota)).lines())
                .extracting(String::strip)
                .containsExactly(
                        "Quota  used     asked  limit    left",
                        "cores  6        2      unknown  unknown",
                        "ports  unknown  1      10       unknown");
    }

    @Test
    void all_of_a_server_stands_in_a_block_and_the_quota_below() {
        assertThat(String.join(
                        "\n",
                        new PlanTable(new Plan(
                                        List.of(PlannedServers.full()),
                                        Recipe.of(List.of(PlannedServers.full())),
                                        QUOTA))
                                .lines()))
                .isEqualTo("""
                        Server           web
                        image            debian-12, i1, of 1970-01-01T00:00:00Z
                        boot             volume web-boot, 20 GiB, type fast, deleted with the server
                        flavor           m1.tiny, 2 vCPUs, 512 MiB, 1 GiB
                        network          lan, n1, tag front
                        network          lan, n1, address 10.0.0.5 on new port web-port-2
                        network          port mine, p9, address 10.0.0.9
                        floating IP      of public, n2
                        security groups  ssh
                        ingress          tcp 22 from 10.0.0.0/8, by new group web-ingress
                        ingress          any from group db, by new group web-ingress
                        key              made for this launch
                        volume           web-volume-1, 5 GiB, default type, stays when the server goes
                        volume           data, v9, 7 GiB, there already, stays when the server goes
                        server group     apart, anti-affinity, made for this launch
                        hostname         www
                        zones            az1, then az2
                        user data        16 bytes in base64
                        config drive     yes
                        admin password   ***
                        scheduler hints  different_host
                        tags             ci
                        description      for tests
                        metadata         1 entry
                        Quota      used  asked  limit  left
                        instances  3     1      10     6
                        ram (MiB)  1536  512    none   -""");
    }

    @Test
    void what_is_not_asked_for_has_no_line() {
        assertThat(new PlanTable(PlannedServers.plan(PlannedServers.plain())).lines())
                .containsExactly(
                        "Server   web",
                        "image    debian-12, i1, of 1970-01-01T00:00:00Z",
                        "boot     image, on the flavor's own disk",
                        "flavor   m1.tiny, 2 vCPUs, 512 MiB, 1 GiB",
                        "network  lan, n1",
                        "Quota  used  asked  limit  left");
    }
}
