package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SkippedTime;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.FloatingIpSpec;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.Quota;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.VolumeSpec;
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
import org.junit.jupiter.params.provider.ValueSource;

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
            Cloud open = cloud.logIn(new SkippedTime());
            Plan plan = CloudUnderTest.plan(
                    open, List.of(spec().toBuilder().options(named("www")).build()));
            assertThat(cloud.launch(open, plan, Duration.ofMinutes(1)))
                    .extracting(Server::status)
                    .containsExactly("ACTIVE");
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
    void every_element_that_the_cloud_lacks_something_for_is_told_with_it_before_anything_is_made() {
        again(Options.builder().release("victoria").without("block-storage", "volumev3"));
        disturb("/extensions", 200, "{\"extensions\": [{\"alias\": \"security-group\"}]}");

        OpenStackException e = catchThrowableOfType(OpenStackException.class, () -> planned(demanding()));

        assertThat(e)
                .hasMessage("This cloud can't give all that is asked:"
                        + " <hostname> needs microversion 2.90 of Nova, which has 2.1 to 2.87;"
                        + " <floatingIp> needs extension 'router' of Neutron, which has none of that name;"
                        + " <volumes> needs the block-storage service: No block-storage service in the catalog");
        assertThat(e.advice())
                .isEqualTo("Leave that out on this cloud. The catalog has compute, identity, image, network.");
        assertNothingMade();
    }

    @Test
    void a_cloud_without_networks_of_its_own_is_told_for_each_element_that_is_about_them() {
        again(Options.builder().without("network"));

        assertThatThrownBy(() -> planned(demanding()))
                .hasMessageContaining("<networks> needs the network service: No network service in the catalog")
                .hasMessageContaining("<floatingIp> needs the network service: No network service in the catalog");
        assertNothingMade();
    }

    @Test
    void what_the_look_up_of_a_security_group_fails_for_is_the_extension() {
        ServerSpec guarded = spec().toBuilder()
                .access(new AccessSpec(List.of("ssh"), List.of(), new KeySpec.None(), Optional.empty(), false))
                .build();
        simulator.disturb(FaultPlan.of(
                FaultRule.of("GET", "/security-groups", new Fault.Status(404, Map.of(), """
                        {"NeutronError": {"type": "HTTPNotFound", "message": "The resource could not be found."}}""")),
                FaultRule.of(
                        "GET",
                        "/extensions",
                        new Fault.Status(200, Map.of(), "{\"extensions\": [{\"alias\": \"router\"}]}"))));

        assertThatThrownBy(() -> planned(guarded))
                .hasMessage("This cloud can't give all that is asked: <securityGroups> needs extension"
                        + " 'security-group' of Neutron, which has none of that name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"extensions\": null}", "{}", "<html>", "[]"})
    void extensions_that_are_not_told_stop_no_launch(String body) {
        disturb("/extensions", 200, body);

        assertThat(planned(floating()).servers()).hasSize(1);
    }

    @Test
    void a_nova_that_does_not_show_what_flavors_ask_of_a_host_has_the_smallest_all_the_same() {
        again(Options.builder().newestMicroversion(60));

        Plan plan = planned(
                spec().toBuilder().flavor(new FlavorSpec.AtLeast(2, 0, 0)).build());

        assertThat(plan.servers().get(0).flavor().name()).isEqualTo("m1.medium");
        assertThat(simulator.requests())
                .filteredOn(request -> request.path().contains("/flavors/detail"))
                .hasSize(2);
    }

    @Test
    void nothing_is_asked_for_an_element_that_every_cloud_has() {
        planned(spec());

        assertThat(simulator.requests()).noneMatch(request -> request.path().matches(".*(/extensions|/v2\\.1/)$"));
    }

    private static ServerSpec demanding() {
        return floating().toBuilder()
                .options(named("www"))
                .volumes(List.of(new VolumeSpec.New(
                        Optional.empty(), new VolumeSpec.Blank(), Optional.of(1), Optional.empty(), true)))
                .build();
    }

    private static ServerSpec floating() {
        return spec().toBuilder()
                .access(new AccessSpec(
                        List.of(),
                        List.of(),
                        new KeySpec.None(),
                        Optional.of(new FloatingIpSpec(Optional.empty())),
                        false))
                .build();
    }

    private void again(Options.Builder options) {
        simulator.close();
        simulator = start(options);
    }

    private void assertNothingMade() {
        assertThat(simulator.requests())
                .filteredOn(request -> request.method().equals("POST"))
                .allMatch(login -> login.path().endsWith("/auth/tokens"));
    }

    private void disturb(String path, int status, String body) {
        simulator.disturb(FaultPlan.of(FaultRule.of("GET", path, new Fault.Status(status, Map.of(), body))));
    }

    private Plan planned(ServerSpec spec) {
        CloudUnderTest cloud = SimulatedCloud.underTest(simulator);
        return CloudUnderTest.plan(cloud.logIn(new SkippedTime()), List.of(spec));
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
