package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.identity.LoginRefusedException;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.FloatingIpSpec;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.simulator.Fault;
import io.github.openstackmaven.simulator.FaultPlan;
import io.github.openstackmaven.simulator.FaultRule;
import io.github.openstackmaven.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a launch comes to when the cloud has a bad moment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120) // of what hangs for ever, not of what is slow
class DisturbedLaunchTest {
    private static final String POLL = "/servers/[^/?]+$";
    private static final Duration ENOUGH = Duration.ofSeconds(60);
    private static final Optional<Duration> AS_LONG = Optional.of(Duration.ofSeconds(5));
    private static final Duration SHORT = Duration.ofSeconds(4);

    private final Simulator simulator = Simulator.start();
    private CloudUnderTest cloud;

    @BeforeAll
    void warmUp() {
        SimulatedCloud.underTest(simulator).logIn();
    }

    @BeforeEach
    void connect() {
        cloud = SimulatedCloud.underTest(simulator);
    }

    @AfterEach
    void calm() {
        simulator.disturb(FaultPlan.none());
        cloud.close();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500b",
                "502b",
                "503b",
                "504b",
                "500a",
                "reset_before",
                "fin_after",
                "truncate",
                "garbage",
                "null",
                "emptyobj",
                "array",
                "html_after",
                "404"
            })
    void one_odd_answer_among_the_polls_is_ridden_out(String fault) {
        disturb(FaultRule.of("GET", POLL, FaultPlan.fault(fault)).upto(1));

        assertThat(launch(ENOUGH).status()).isEqualTo("ACTIVE");
        assertThat(cloud.marked()).hasSize(1);
    }

    @Test
    void a_nova_that_restarts_while_a_server_builds_is_waited_for() {
        disturb(FaultRule.of("GET", POLL, new Fault.Refuse(Duration.ofSeconds(2)))
                .of(Optional.of("nova"))
                .upto(1));

        assertThat(launch(ENOUGH).status()).isEqualTo("ACTIVE");
    }

    @Test
    void polls_that_are_told_to_wait_a_minute_end_with_the_launch() {
        disturb(FaultRule.of("GET", POLL, new Fault.Busy(429, Duration.ofSeconds(60), false))
                .lasting(AS_LONG));

        assertThat(refused(SHORT))
                .hasMessageContaining("is not ACTIVE after 4 s: last seen nothing, then: The compute service says:")
                .hasMessageContaining("HTTP 429");
        assertThat(cloud.marked()).isEmpty();
    }

    @Test
    void polls_that_hang_end_with_the_launch() {
        disturb(FaultRule.of("GET", POLL, new Fault.Hang(Fault.Heeded.AFTER, ENOUGH))
                .lasting(AS_LONG));

        assertThat(refused(SHORT))
                .hasMessageContaining("is not ACTIVE after 4 s")
                .hasMessageContaining("no answer");
    }

    @Test
    void answers_of_a_byte_a_second_end_with_the_launch() {
        disturb(FaultRule.of("GET", POLL, new Fault.Trickle(ENOUGH)).lasting(AS_LONG));

        assertThat(refused(SHORT)).hasMessageContaining("is not ACTIVE after 4 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/tokens$", "/images", "/flavors", "/networks"})
    void what_comes_before_the_create_is_tried_again(String path) {
        disturb(FaultRule.of("GET|POST", path, new Fault.Status(503, Map.of(), "busy"))
                .upto(3));

        assertThat(launch(ENOUGH).status()).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "html_after", "emptyobj", "jnull", "truncate"})
    void a_look_up_whose_answer_is_none_is_asked_again(String fault) {
        disturb(
                FaultRule.of("POST", "/auth/tokens$", FaultPlan.fault(fault)).upto(1),
                FaultRule.of("GET", "/images", FaultPlan.fault(fault)).upto(1),
                FaultRule.of("GET", "/networks", FaultPlan.fault(fault)).upto(1));

        assertThat(launch(ENOUGH).status()).isEqualTo("ACTIVE");
    }

    @Test
    void one_empty_list_of_ports_keeps_no_server_from_its_floating_ip() {
        disturb(FaultRule.of(
                        "GET",
                        "/ports\\?.*device_id=",
                        new Fault.Status(200, Map.of("Content-Type", "application/json"), "{\"ports\": []}"))
                .upto(1));
        AccessSpec floating = new AccessSpec(
                List.of(), List.of(), new KeySpec.None(), Optional.of(new FloatingIpSpec(Optional.empty())), false);
        ServerSpec behindARouter =
                ServerSpecs.of("disturbed", LaunchContract.IMAGE, "m1.tiny", List.of(PortContract.OWN_NETWORK))
                        .toBuilder()
                        .access(floating)
                        .build();

        assertThat(cloud.launch(behindARouter, ENOUGH).addresses().values())
                .anyMatch(addresses ->
                        addresses.stream().anyMatch(one -> one.type().equals(Optional.of("floating"))));
    }

    @Test
    void over_limit_is_heeded_and_the_create_sent_again() {
        disturb(FaultRule.of("POST", "/servers$", new Fault.Busy(413, Duration.ofSeconds(1), false))
                .upto(2));

        assertThat(launch(ENOUGH).status()).isEqualTo("ACTIVE");
        assertThat(cloud.marked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void services_that_moved_on_their_host_are_followed(int status) {
        disturb(
                FaultRule.of("POST", "/auth/tokens$", moved(status)).upto(1),
                FaultRule.of("GET", "/images", moved(status)).upto(1),
                FaultRule.of("POST", "/servers$", moved(status)).upto(1));

        assertThat(launch(ENOUGH).status()).isEqualTo("ACTIVE");
    }

    @Test
    void a_service_that_sends_to_another_host_is_not_followed_and_named() {
        disturb(FaultRule.of(
                "POST", "/auth/tokens$", new Fault.Redirect(302, Optional.of("http://portal.invalid/login"))));

        assertThat(refused(ENOUGH))
                .hasMessageStartingWith(
                        "The identity service sends elsewhere, to http://portal.invalid/login (HTTP 302");
    }

    @Test
    void a_refused_login_is_sent_once() {
        simulator.clearRequests();

        assertThat(catchThrowableOfType(
                        LoginRefusedException.class,
                        () -> cloud.with("auth.password", "wrong").logIn()))
                .isNotNull();
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void a_lost_answer_is_told_with_its_call() {
        disturb(FaultRule.of("GET", "/flavors", new Fault.Close(Fault.Heeded.BEFORE)));

        assertThat(catchThrowableOfType(
                        OpenStackException.class,
                        () -> cloud.with("compute_connect_retries", 1).plan(spec())))
                .hasMessageMatching("No answer to GET http://127.0.0.1:\\d+/\\S+/flavors\\S*, without a proxy:"
                        + " the connection was closed before an answer came");
    }

    private static Fault moved(int status) {
        return new Fault.Redirect(status, Optional.of("{target}"));
    }

    private ServerSpec spec() {
        return ServerSpecs.of("disturbed", LaunchContract.IMAGE, "m1.tiny", List.of(LaunchContract.NETWORK));
    }

    private Server launch(Duration timeout) {
        return cloud.launch(spec(), timeout);
    }

    private OpenStackException refused(Duration timeout) {
        return catchThrowableOfType(OpenStackException.class, () -> launch(timeout));
    }

    private void disturb(FaultRule... rules) {
        simulator.disturb(FaultPlan.of(rules));
    }
}
