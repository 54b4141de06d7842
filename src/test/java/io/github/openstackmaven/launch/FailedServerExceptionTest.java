package io.github.openstackmaven.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.PlannedServerGroup;
import io.github.openstackmaven.plan.ServerOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is advised comes from what was asked for, since a fault names no cause. */
class FailedServerExceptionTest {

    @Test
    void that_no_host_was_found_may_be_for_anything_the_scheduler_was_asked_for() {
        PlannedServer plain = Plans.server("web");
        PlannedServer asking = new PlannedServer(
                plain.spec().toBuilder()
                        .options(ServerOptions.builder()
                                .availabilityZones(List.of("az1"))
                                .schedulerHints(Map.of("same_host", "s1"))
                                .build())
                        .build(),
                plain.boot(),
                plain.flavor(),
                plain.networks(),
                plain.access(),
                Optional.of(new PlannedServerGroup.New("apart", ServerGroupPolicy.ANTI_AFFINITY)),
                List.of(),
                Optional.empty());

        assertThat(failed("No valid host was found. There are not enough hosts available.", asking)
                        .advice())
                .isEqualTo("No compute host could take flavor m1.tiny (1 vCPU, 512 MiB, 1 GiB), zone az1,"
                        + " server group 'apart' (anti-affinity), scheduler hint same_host:"
                        + " ask for less, name further <availabilityZones>, or try later.");
    }

    @Test
    void what_flavor_and_image_demand_of_a_host_is_told_where_there_is_none() {
        Image image = Shown.as(Image.class, """
                {"id": "i1", "name": "debian-12", "status": "active", "os_type": "linux",
                 "hw_firmware_type": "uefi", "trait:HW_CPU_X86_AVX2": "required"}""");
        FailedServerException e = new FailedServerException(
                "Server 'web' (s1)",
                "No valid host was found. There are not enough hosts available.",
                Plans.with(Plans.server("web").spec(), image),
                flavor -> Map.of("resources:VGPU", "1", "hw:cpu_policy", "dedicated"));

        assertThat(e.advice())
                .isEqualTo("No compute host could take flavor m1.tiny (1 vCPU, 512 MiB, 1 GiB, hw:cpu_policy=dedicated,"
                        + " resources:VGPU=1), image 'debian-12' (hw_firmware_type=uefi, trait:HW_CPU_X86_AVX2=required):"
                        + " ask for less, name further <availabilityZones>, or try later.");
    }

    @Test
    void hosts_that_failed_to_build_it_do_not_lack_room() {
        FailedServerException e = failed(
                "Exceeded maximum number of retries. Exhausted all hosts available for retrying build failures for"
                        + " instance i.",
                Plans.server("web"));

        assertThat(e.hostless()).isTrue();
        assertThat(e.advice()).doesNotContain("flavor").contains("give it the server's id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quota exceeded for cores: Requested 1, but already used 20 of 20 cores",
                "Project p1 is over a limit for [Resource class:VCPU is over limit of 4 due to current usage 4 and delta 1]",
                "Maximum number of ports exceeded"
            })
    void a_quota_that_was_used_up_meanwhile_is_told_as_such(String fault) {
        assertThat(failed(fault, Plans.server("web")).advice()).contains("quota");
    }

    @Test
    void of_anything_else_only_the_operator_knows_more() {
        FailedServerException e = failed("the disk is made of cheese", Plans.server("web"));

        assertThat(e.hostless()).isFalse();
        assertThat(e.advice()).isEqualTo("Give the cloud's operator the server's id.");
    }

    private static FailedServerException failed(String fault, PlannedServer plan) {
        return new FailedServerException("Server 'web' (s1)", fault, plan, flavor -> Map.of());
    }
}
