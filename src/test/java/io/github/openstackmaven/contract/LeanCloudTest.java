package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.Quota;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.simulator.Fault;
import io.github.openstackmaven.simulator.FaultPlan;
import io.github.openstackmaven.simulator.FaultRule;
import io.github.openstackmaven.simulator.Options;
import io.github.openstackmaven.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clouds that lack or refuse what a launch would like to know, and need not. */
class LeanCloudTest {
    private Simulator simulator = start(Options.builder());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            details\\.json; 404; <html><title>404</title></html>
            details\\.json; 403; {"NeutronError": {"message": "rule:get_quota is disallowed by policy"}}
            details\\.json; 501; ''
            details\\.json; 200; {"quota": {"port": 500}}
            details\\.json; 200; {"quota": {"port": {"limit": 500, "used": 1, "reserved": 0}}}
            details\\.json; 200; {"quota": null}
            ^/v2\\.1/limits; 403; {"forbidden": {"message": "Policy doesn't allow os_compute_api:limits"}}
            ^/v2\\.1/limits; 404; <html>
            ^/v2\\.1/limits; 200; {"limits": {"absolute": {"maxTotalCores": 20}}}
            ^/v2\\.1/limits; 200; {"limits": null}
            ^/v2\\.1/limits; 200; null
            ^/v2\\.1/$; 404; <html>
            """)
    void a_look_that_only_helps_stops_no_launch(String path, int status, String body) {
        disturb(path, status, body);

        try (CloudUnderTest cloud = SimulatedCloud.underTest(simulator)) {
            assertThat(cloud.launch(spec().toBuilder().options(named("www")).build(), Duration.ofMinutes(1))
                            .status())
                    .isEqualTo("ACTIVE");
        }
        assertThat(simulator.requests())
                .anyMatch(request -> request.path().matches(".*" + path.replace("^", "") + ".*"));
    }

    @Test
    void a_number_that_is_not_there_is_unknown_and_not_0() {
        disturb("^/v2\\.1/limits", 200, "{\"limits\": {\"absolute\": {\"maxTotalCores\": 20, \"totalCoresUsed\": 1}}}");

        Plan plan = planned(spec());

        assertThat(plan.quota().rows())
                .filteredOn(row -> row.resource().equals("ram (MiB)"))
                .singleElement()
                .satisfies(row -> assertThat(row.limitKnown()).isFalse());
        assertThat(plan.quota().rows())
                .filteredOn(row -> row.resource().equals("cores"))
                .singleElement()
                .extracting(Quota.Row::left)
                .isEqualTo(Optional.of(18));
    }

    @Test
    void an_unknown_name_is_told_where_the_others_cannot_be_listed() {
        disturb("/os-keypairs$", 403, "{}");

        assertThatThrownBy(() -> planned(spec().toBuilder().access(key("mine")).build()))
                .hasMessage("Unknown keypair 'mine'");
    }

    @Test
    void an_element_that_the_clouds_nova_is_too_old_for_is_told_before_anything_is_made() {
        simulator.close();
        simulator = start(Options.builder().newestMicroversion(79));
        ServerSpec named = spec().toBuilder().options(named("www")).build();

        assertThatThrownBy(() -> planned(named))
                .hasMessage("This cloud's Nova is too old for what is asked: <hostname> needs microversion 2.90,"
                        + " and it offers 2.1 to 2.79");
        assertThat(simulator.requests())
                .filteredOn(request -> request.method().equals("POST"))
                .allMatch(login -> login.path().endsWith("/auth/tokens"));
    }

    private void disturb(String path, int status, String body) {
        simulator.disturb(FaultPlan.of(FaultRule.of("GET", path, new Fault.Status(status, Map.of(), body))));
    }

    private Plan planned(ServerSpec spec) {
        CloudUnderTest cloud = SimulatedCloud.underTest(simulator);
        return CloudUnderTest.plan(cloud.logIn(), List.of(spec));
    }

    private static Simulator start(Options.Builder options) {
        return Simulator.start(0, options.buildTime(Duration.ZERO).build());
    }

    private static ServerSpec spec() {
        return ServerSpecs.of("web", "debian-12", "m1.small", List.of("lan"));
    }

    private static AccessSpec key(String name) {
        return new AccessSpec(
                List.of(), List.of(), new KeySpec.Existing(name, Optional.empty()), Optional.empty(), false);
    }

    private static ServerOptions named(String hostname) {
        return ServerOptions.builder().hostname(Optional.of(hostname)).build();
    }
}
