package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.launch.ExistingServers;
import io.github.openstackmaven.launch.IfExists;
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.launch.ReadyWait;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.output.FailureInquiry;
import io.github.openstackmaven.output.FailureReport;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.IngressRule;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several servers in one launch. */
abstract class FleetContract {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name = "fleet-" + UUID.randomUUID();
    private CloudUnderTest cloud;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
    }

    @AfterEach
    void deleteWhatWasLaunched() {
        cloud.close();
    }

    @Test
    void servers_come_back_in_the_order_they_were_asked_for_and_each_name_is_looked_up_once() {
        List<ServerSpec> specs = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> spec(number, Map.of()))
                .toList();

        List<Server> servers = cloud.launch(specs, PATIENCE);

        assertThat(servers).extracting(Server::name).containsExactly(name + "-1", name + "-2", name + "-3");
        assertThat(servers).extracting(Server::status).containsOnly("ACTIVE");
        assertThat(cloud.sent())
                .filteredOn(request -> request.uri().getPath().endsWith("/images"))
                .hasSize(1);
    }

    @Test
    void servers_that_are_waited_for_at_a_time_are_looked_at_in_one_list() {
        List<ServerSpec> specs = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> spec(number, Map.of("oslab_build_delay", "4")))
                .toList();

        List<Server> servers = cloud.launch(specs, PATIENCE);

        Set<String> ids = servers.stream().map(Server::id).collect(Collectors.toSet());
        List<String> looks = cloud.sent().stream()
                .filter(request -> request.method().equals("GET"))
                .map(request -> request.uri().toString())
                .toList();
        long single = looks.stream()
                .filter(url -> ids.stream().anyMatch(url::endsWith))
                .count();
        long lists = looks.stream()
                .filter(url -> url.contains("/servers/detail?changes-since="))
                .count();
        assertThat(lists).isPositive();
        // The first is looked at by its id before the next is there, and so may be the last.
        assertThat(single).isLessThan(lists).isLessThan(2L * ids.size());
    }

    @Test
    void servers_that_only_their_names_tell_apart_are_one_create_and_seen_in_lists_alone() {
        List<ServerSpec> specs = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> spec(number, Map.of("role", "web")))
                .toList();

        List<Server> servers = cloud.launch(specs, PATIENCE);

        assertThat(servers)
                .extracting(Server::name)
                .containsExactly(name + "-1", name + "-2", name + "-3", name + "-4");
        assertThat(servers).extracting(Server::id).doesNotHaveDuplicates();
        assertThat(cloud.ledger().entries())
                .filteredOn(entry -> entry.kind() == ResourceType.SERVER)
                .extracting(LedgerEntry::name, entry -> entry.id().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(servers.stream()
                        .map(server -> tuple(server.name(), server.id()))
                        .toList());
        assertThat(requests("POST", "/servers")).hasSize(1);
        assertThat(requests("GET", "/servers/detail"))
                .filteredOn(url -> url.contains("name="))
                .hasSize(1);
        assertThat(requests("GET", "/servers/detail"))
                .allMatch(url -> url.contains("?name=") || url.contains("?changes-since="));
    }

    @Test
    void servers_that_let_in_the_same_share_a_security_group_and_are_one_create() {
        AccessSpec access = new AccessSpec(
                List.of(), List.of(IngressRule.parse("tcp 22")), new KeySpec.None(), Optional.empty(), false);
        List<ServerSpec> specs = IntStream.rangeClosed(1, 3)
                .mapToObj(number ->
                        spec(number, Map.of()).toBuilder().access(access).build())
                .toList();

        List<Server> servers = cloud.launch(specs, PATIENCE);

        assertThat(requests("POST", "/security-groups")).hasSize(1);
        assertThat(requests("POST", "/servers")).hasSize(1);
        String group = cloud.ledger().entries().stream()
                .filter(entry -> entry.kind() == ResourceType.SECURITY_GROUP)
                .flatMap(entry -> entry.id().stream())
                .collect(Collectors.joining());
        Cloud open = cloud.logIn();
        assertThat(servers)
                .allSatisfy(server -> assertThat(open.ports().byDevice(server.id()))
                        .singleElement()
                        .satisfies(port -> assertThat(port.securityGroups()).contains(group)));
    }

    @Test
    void a_name_with_signs_that_mean_something_in_a_pattern_is_taken_as_it_is() {
        String odd = "f+(l).e[e]t^$|{1}*? \\ " + name;
        List<ServerSpec> specs = IntStream.rangeClosed(1, 2)
                .mapToObj(number -> named(odd + "-" + number, Map.of()))
                .toList();

        assertThat(cloud.launch(specs, PATIENCE)).extracting(Server::name).containsExactly(odd + "-1", odd + "-2");
        assertThat(requests("POST", "/servers")).hasSize(1);
    }

    @Test
    void when_servers_of_one_create_fail_all_of_them_go() {
        Map<String, String> failing = Map.of("oslab_build_fail", "the disk is made of cheese");
        List<ServerSpec> specs = List.of(spec(1, failing), spec(2, failing), spec(3, failing));

        assertThatThrownBy(() -> cloud.launch(specs, PATIENCE)).hasMessageContaining("the disk is made of cheese");

        assertThat(cloud.marked()).isEmpty();
        assertThat(cloud.ledger().entries()).isEmpty();
        assertThat(requests("POST", "/servers")).hasSize(1);
    }

    private List<String> requests(String method, String path) {
        return cloud.sent().stream()
                .filter(request -> request.method().equals(method))
                .filter(request -> request.uri().getPath().endsWith(path))
                .map(request -> request.uri().toString())
                .toList();
    }

    @Test
    void when_one_fails_the_others_go_too() {
        List<ServerSpec> specs = List.of(
                spec(1, Map.of()),
                spec(2, Map.of("oslab_build_fail", "the disk is made of cheese", "oslab_build_delay", "2")),
                spec(3, Map.of("oslab_build_delay", "8")));

        assertThatThrownBy(() -> cloud.launch(specs, PATIENCE))
                .hasMessageContaining(name + "-2")
                .hasMessageContaining("the disk is made of cheese");

        assertThat(cloud.marked()).isEmpty();
        assertThat(cloud.ledger().entries()).isEmpty();
        assertThat(cloud.launched()).hasSize(3);
    }

    @Test
    void a_reused_server_that_does_not_become_ready_is_told_looked_into_and_left_there(@TempDir Path folder) {
        List<ServerSpec> specs = List.of(spec(1, Map.of()));
        String id = cloud.launch(specs, PATIENCE).get(0).id();
        Cloud open = cloud.logIn();
        ExistingServers existing = cloud.existing(open, specs, IfExists.REUSE);
        Plan plan = CloudUnderTest.plan(open, specs, existing);
        FailureInquiry inquiry = new FailureInquiry(open::compute, plan);
        List<LaunchEvent> events = new CopyOnWriteArrayList<>();
        OpenStackException failure = new OpenStackException("nothing listens on port 80", "Look at the console.");
        ReadyWait never = (server, deadline, abandoned) -> {
            throw failure;
        };
        Launch launch = cloud.launching(open, Launching.within(PATIENCE), never, inquiry.andThen(events::add));

        assertThatThrownBy(() -> launch.launch(plan, existing)).isSameAs(failure);

        assertThat(events)
                .filteredOn(LaunchEvent.Failed.class::isInstance)
                .extracting(event -> ((LaunchEvent.Failed) event).reason())
                .containsExactly("nothing listens on port 80");
        FailureReport report =
                inquiry.write(folder, new Redaction(), unwritten -> {}).get(0);
        assertThat(report.id()).contains(id);
        assertThat(report.console()).isNotEmpty();
        assertThat(report.folder(folder)).isDirectoryContaining("glob:**failure.json");
        assertThat(open.compute().server(id)).isPresent();
    }

    private ServerSpec spec(int number, Map<String, String> metadata) {
        return named(name + "-" + number, metadata);
    }

    private static ServerSpec named(String server, Map<String, String> metadata) {
        return ServerSpecs.of(server, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK))
                .toBuilder()
                .metadata(metadata)
                .build();
    }
}
