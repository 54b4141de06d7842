package io.github.openstackmaven.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.CreatedServer;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.NewKeypair;
import io.github.openstackmaven.plan.NewServer;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.WaitFor;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerLaunchTest {
    private static final NewKeypair KEYPAIR = new NewKeypair("web");
    private static final PlannedServer PLAN = Plans.server("web");

    private final Rehearsal rehearsal = new Rehearsal();

    @Test
    void returns_the_server_once_it_is_active_with_the_password_that_nova_told() {
        rehearsal.answers("BUILD", "BUILD", "ACTIVE");

        ServerLaunch.Active active = launch(PLAN, 1);

        assertThat(active.server().status()).isEqualTo("ACTIVE");
        assertThat(active.adminPassword()).contains(Secret.of("open sesame"));
        assertThat(rehearsal.deleted).isEmpty();
    }

    @Test
    void waits_for_another_status_where_that_is_asked_for() {
        WaitFor off = new WaitFor(
                "SHUTOFF", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        rehearsal.answers("BUILD", "ACTIVE", "SHUTOFF");

        ServerLaunch.Active launched =
                launch(Plans.with(PLAN.spec().toBuilder().waitFor(off).build()), 1);

        assertThat(launched.server().status()).isEqualTo("SHUTOFF");
    }

    @Test
    void sends_the_users_metadata_the_marks_and_what_it_was_made_from() {
        rehearsal.answers("ACTIVE");

        launch(PLAN, 1);

        assertThat(rehearsal.created.get(0).server().metadata())
                .containsEntry("role", "web")
                .containsEntry("maven:build", "b1")
                .containsEntry("maven:spec", create(PLAN).digest());
    }

    @Test
    void tells_each_change_of_status_once() {
        rehearsal.answers("BUILD", "BUILD", "BUILD", "ACTIVE");

        String id = launch(PLAN, 1).server().id();

        assertThat(rehearsal.events)
                .filteredOn(event -> !(event instanceof LaunchEvent.Waiting))
                .containsExactly(
                        new LaunchEvent.Requested("web", id),
                        new LaunchEvent.StatusChanged("web", id, "BUILD", Duration.ZERO),
                        new LaunchEvent.StatusChanged("web", id, "ACTIVE", Duration.ofMillis(750)));
    }

    @Test
    void says_what_it_waits_for_at_least_every_fifteen_seconds() {
        rehearsal.answersForever("BUILD");

        assertThatThrownBy(() -> launch(PLAN, 1)).hasMessageContaining("is not ACTIVE");
        List<Duration> told = rehearsal.events.stream()
                .filter(LaunchEvent.Waiting.class::isInstance)
                .map(event -> ((LaunchEvent.Waiting) event).elapsed())
                .toList();
        assertThat(told).hasSizeGreaterThan(5).first().isEqualTo(Duration.ZERO);
        for (int index = 1; index < told.size(); index++) {
            assertThat(told.get(index).minus(told.get(index - 1))).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void error_ends_the_wait_at_once_with_the_faults_message() {
        rehearsal.answers("BUILD", "ERROR");

        assertThatThrownBy(() -> launch(PLAN, 1))
                .isInstanceOf(OpenStackException.class)
                .hasMessageMatching("Server 'web' \\(server1\\) went to ERROR: No valid host was found\\.");
        assertThat(rehearsal.creates.made()).extracting(Resource::kind).containsExactly(ResourceType.SERVER);
    }

    @Test
    void a_refusal_of_a_flavor_without_a_disk_names_the_boot_volume() {
        PlannedServer diskless = new PlannedServer(
                PLAN.spec(),
                PLAN.boot(),
                new Flavor("f0", "d0.small", 1, 512, 0, Optional.empty(), Optional.empty(), Map.of()),
                PLAN.networks(),
                PLAN.access(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        rehearsal.fails(Rehearsal.refusal(403, "Only volume-backed servers are allowed for flavors with zero disk."));

        assertThatThrownBy(() -> launch(diskless, 1))
                .hasMessageContaining("Only volume-backed servers are allowed")
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        e -> assertThat(e.advice())
                                .isEqualTo("Flavor d0.small has no disk of its own: give the server a <bootVolume>,"
                                        + " or choose a flavor with a disk."));
    }

    @Test
    void no_valid_host_is_explained_by_the_flavors_size() {
        rehearsal.answers("ERROR");

        assertThatThrownBy(() -> launch(PLAN, 1))
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        e -> assertThat(e.advice()).contains("flavor m1.tiny (1 vCPU, 512 MiB, 1 GiB)"));
    }

    @Test
    void the_timeout_ends_the_wait_with_the_last_state_seen() {
        rehearsal.answersForever("BUILD");

        assertThatThrownBy(() -> launch(PLAN, 1))
                .hasMessage("Server 'web' (server1) is not ACTIVE after 90 s: last seen BUILD, task spawning");
        assertThat(rehearsal.time.elapsed()).isBetween(Rehearsal.TIMEOUT, Duration.ofSeconds(95));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "SOFT_DELETED"})
    void a_server_that_someone_else_deletes_is_no_endless_wait(String seen) {
        rehearsal.answers("BUILD");
        rehearsal.answersForever(seen);

        assertThatThrownBy(() -> launch(PLAN, 1)).hasMessageContaining("was deleted by someone else");
        assertThat(rehearsal.time.elapsed()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void one_look_that_finds_nothing_proves_nothing() {
        rehearsal.answers("BUILD", "gone", "BUILD", "gone", "gone", "ACTIVE");

        assertThat(launch(PLAN, 1).server().status()).isEqualTo("ACTIVE");
    }

    @Test
    void what_passes_is_ridden_out_and_told() {
        rehearsal.answers("BUILD");
        rehearsal.troubles(Rehearsal.unanswered(true), Rehearsal.answered(500), Rehearsal.answered(503));
        rehearsal.answers("ACTIVE");

        assertThat(launch(PLAN, 1).server().status()).isEqualTo("ACTIVE");
        assertThat(rehearsal.events)
                .filteredOn(LaunchEvent.Waiting.class::isInstance)
                .extracting(event -> ((LaunchEvent.Waiting) event).seen())
                .anyMatch(seen -> seen.contains("no answer"))
                .anyMatch(seen -> seen.contains("HTTP 500"));
    }

    @Test
    void a_refusal_among_the_looks_ends_the_wait() {
        rehearsal.troubles(Rehearsal.answered(403));

        assertThatThrownBy(() -> launch(PLAN, 1)).hasMessageContaining("HTTP 403");
    }

    @Test
    void a_cloud_that_stays_away_is_waited_for_until_time_is_up_and_named_then() {
        rehearsal.answers("BUILD");
        rehearsal.troubledForever(Rehearsal.unanswered(true));

        assertThatThrownBy(() -> launch(PLAN, 1))
                .hasMessage("Server 'web' (server1) is not ACTIVE after 90 s: last seen BUILD, task spawning,"
                        + " then: no answer");
        assertThat(rehearsal.time.elapsed()).isEqualTo(Rehearsal.TIMEOUT);
    }

    @Test
    void a_service_that_asks_to_be_left_alone_longer_than_there_is_time_is_asked_all_the_same() {
        rehearsal.troubles(Rehearsal.busy("3600"));
        rehearsal.answers("ACTIVE");

        assertThat(launch(PLAN, 1).server().status()).isEqualTo("ACTIVE");
        assertThat(rehearsal.time.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_zone_without_a_host_gives_way_to_the_next() {
        rehearsal.answers("ERROR", "ACTIVE");

        launch(inZones("full", "free"), 1);

        assertThat(rehearsal.created)
                .extracting(request -> request.server().availabilityZone().orElseThrow())
                .containsExactly("full", "free");
        assertThat(rehearsal.created)
                .extracting(request -> request.server().metadata().get("maven:launch"))
                .doesNotHaveDuplicates();
        assertThat(rehearsal.deleted).containsExactly("server1");
    }

    @Test
    void the_last_zone_without_a_host_is_the_last_try() {
        rehearsal.answers("ERROR", "ERROR");

        assertThatThrownBy(() -> launch(inZones("full", "fuller"), 1)).hasMessageContaining("No valid host");
        assertThat(rehearsal.created).hasSize(2);
    }

    @Test
    void a_zone_that_takes_no_servers_gives_way_to_the_next() {
        rehearsal.fails(Rehearsal.refusal(400, "The requested availability zone is not available"));
        rehearsal.answers("ACTIVE");

        launch(inZones("in maintenance", "free"), 1);

        assertThat(rehearsal.created)
                .extracting(request -> request.server().availabilityZone().orElseThrow())
                .containsExactly("in maintenance", "free");
        assertThat(rehearsal.deleted).isEmpty();
        assertThat(rehearsal.events)
                .filteredOn(LaunchEvent.Retried.class::isInstance)
                .extracting(event -> ((LaunchEvent.Retried) event).reason())
                .singleElement()
                .asString()
                .contains("zone is not available");
    }

    @Test
    void what_the_last_zone_does_not_take_no_attempt_changes() {
        rehearsal.fails(Rehearsal.refusal(400, "The requested availability zone is not available"));

        assertThatThrownBy(() -> launch(inZones("in maintenance"), 3)).hasMessageContaining("zone is not available");
        assertThat(rehearsal.created).hasSize(1);
    }

    @Test
    void another_attempt_begins_with_the_first_zone_and_what_is_there_for_it() {
        rehearsal.answers("ERROR", "ERROR", "ACTIVE");
        NewServer server = new NewServer(inZones("full", "free"), Optional.of(KEYPAIR));
        List<String> moved = new ArrayList<>();

        serverLaunch(2)
                .launch(
                        server,
                        Optional.empty(),
                        Map.of(KEYPAIR, "first"),
                        (plan, used, last, next) -> {
                            moved.add(last.orElseThrow() + " to " + next.orElseThrow());
                            return Map.of(KEYPAIR, "fresh");
                        },
                        UnaryOperator.identity());

        assertThat(rehearsal.created)
                .extracting(request -> request.server().availabilityZone().orElseThrow())
                .containsExactly("full", "free", "full");
        assertThat(moved).containsExactly("full to free", "free to full");
        assertThat(rehearsal.created)
                .extracting(request -> request.server().keyName().orElseThrow())
                .containsExactly("first", "fresh", "fresh");
        assertThat(rehearsal.events)
                .filteredOn(LaunchEvent.Retried.class::isInstance)
                .extracting(event -> ((LaunchEvent.Retried) event).attempt())
                .containsExactly(1, 2);
    }

    @Test
    void one_that_was_made_with_others_is_waited_for_and_another_attempt_is_made_by_itself() {
        rehearsal.answers("ERROR", "ACTIVE");
        CreatedServer there = new CreatedServer("made with others", Optional.of(Secret.of("theirs")));

        ServerLaunch.Active active = serverLaunch(2)
                .launch(
                        create(PLAN),
                        Optional.of(there),
                        Map.of(),
                        (same, used, last, next) -> used,
                        UnaryOperator.identity());

        assertThat(rehearsal.created).hasSize(1);
        assertThat(active.server().id()).isEqualTo("server1");
        assertThat(active.adminPassword()).map(Secret::reveal).contains("open sesame");
    }

    @Test
    void a_failed_server_that_can_not_be_deleted_is_not_tried_again() {
        rehearsal.answers("ERROR");
        rehearsal.refuseDeletes();

        assertThatThrownBy(() -> launch(PLAN, 2))
                .hasMessageContaining("went to ERROR")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .extracting(Throwable::getMessage)
                        .asString()
                        .contains("not now"));
        assertThat(rehearsal.created).hasSize(1);
    }

    @Test
    void a_server_that_is_no_longer_wanted_is_not_waited_for() {
        rehearsal.answersForever("BUILD");
        rehearsal.onceRequested(() -> rehearsal.state.abandon(new OpenStackException("another failed", "")));

        assertThatThrownBy(() -> launch(PLAN, 1)).isInstanceOf(AbandonedException.class);
    }

    @Test
    void a_create_whose_answer_was_lost_is_adopted_without_its_password() {
        rehearsal.loses(Rehearsal.answered(503));
        rehearsal.answers("ACTIVE");

        ServerLaunch.Active active = launch(PLAN, 1);

        assertThat(active.server().id()).isEqualTo("server1");
        assertThat(active.adminPassword()).isEmpty();
        assertThat(rehearsal.created).hasSize(1);
    }

    private ServerLaunch.Active launch(PlannedServer plan, int attempts) {
        return serverLaunch(attempts)
                .launch(
                        create(plan),
                        Optional.empty(),
                        Map.of(),
                        (same, used, last, next) -> used,
                        UnaryOperator.identity());
    }

    private ServerLaunch serverLaunch(int attempts) {
        return new ServerLaunch(
                rehearsal,
                rehearsal.status::server,
                flavor -> Map.of(),
                rehearsal.creates,
                rehearsal.together,
                rehearsal.rollback,
                rehearsal.state,
                attempts);
    }

    private static NewServer create(PlannedServer plan) {
        return new NewServer(plan, Optional.empty());
    }

    private static PlannedServer inZones(String... zones) {
        return Plans.with(PLAN.spec().toBuilder()
                .options(ServerOptions.builder()
                        .availabilityZones(List.of(zones))
                        .build())
                .build());
    }
}
