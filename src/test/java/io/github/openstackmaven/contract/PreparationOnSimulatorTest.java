package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.launch.ServerSetup;
import io.github.openstackmaven.simulator.Simulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreparationOnSimulatorTest extends PreparationContract {
    private Simulator simulator;

    @BeforeAll
    void start() {
        simulator = Simulator.start();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Override
    CloudUnderTest cloud() {
        return SimulatedCloud.underTest(simulator);
    }

    // What only a cloud of another configuration answers: the policy's words are those of one that was changed for it.
    @Test
    void a_cloud_whose_policy_allows_no_images_of_servers_is_told_with_the_way_out() {
        ServerSetup forbidden = (server, spec, left) -> refuseTheImage(403, """
                {"forbidden": {"code": 403, "message": "Policy doesn't allow os_compute_api:servers:create_image to be\
                 performed."}}""");

        assertThatThrownBy(() -> prepare(cloud, forbidden, spec(steps)))
                .hasMessageStartingWith(
                        "Server '" + name + "-prepare' can't be kept as an image. The compute service says:"
                                + " Policy doesn't allow os_compute_api:servers:create_image to be performed. (HTTP 403, ")
                .extracting("advice")
                .isEqualTo(
                        "The cloud lets this user make no images of servers: ask its operator for the right to, or leave"
                                + " <prepare> out and install at each launch.");

        assertThat(cloud.marked()).isEmpty();
    }

    @Test
    void a_quota_that_is_used_up_is_told_with_the_way_out_though_nova_calls_it_a_defect() {
        ServerSetup full = (server, spec, left) -> refuseTheImage(500, """
                {"computeFault": {"code": 500, "message": "Unexpected API Error. Please report this at\
                 http://bugs.launchpad.net/nova/ and attach the Nova API log if possible.\\n<class\
                 'glanceclient.exc.HTTPOverLimit'>"}}""");

        assertThatThrownBy(() -> prepare(cloud, full, spec(steps)))
                .hasMessageStartingWith("Server '" + name + "-prepare' can't be kept as an image. ")
                .extracting("advice")
                .asString()
                .startsWith("The project's quota of images or snapshots is used up: delete some ");

        assertThat(cloud.marked()).isEmpty();
    }

    // The server is stopped before.
    private void refuseTheImage(int status, String words) {
        cloud.answerInstead(1, "POST", "/action", true, 202, "");
        cloud.answerInstead(1, "POST", "/action", false, status, words);
    }
}
