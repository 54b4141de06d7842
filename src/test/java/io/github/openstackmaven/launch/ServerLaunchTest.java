package io.github.openstackmaven.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.compute.Servers;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ServerLaunchTest {
    private static final PlannedServer PLAN = new PlannedServer(
            ServerSpec.of("web", "debian-12", "m1.tiny", List.of()).withMetadata(Map.of("role", "web")),
            new Image("i1", "debian-12", "active", SteppedTime.START, 0, 0),
            new Flavor("f1", "m1.tiny", 1, 512, 1),
            Optional.empty(),
            List.of(),
            List.of());

    private static final Marks MARKS = new Marks("b1", "g:a", "here", Optional.empty());

    private final ScriptedServers servers = new ScriptedServers();
    private final SteppedTime time = new SteppedTime();
    private final List<LaunchEvent> events = new ArrayList<>();
    private final Journal journal = new WrittenJournal();
    private final List<String> written = new ArrayList<>();
    private final ServerLaunch launch = new ServerLaunch(servers, time, PollSchedule.standard(), events::add, journal);

    @Test
    void returns_the_server_once_it_is_active() {
        servers.answers("BUILD", "BUILD", "ACTIVE");

        Server server = launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false);

        assertThat(server.status()).isEqualTo("ACTIVE");
        assertThat(servers.deleted).isEmpty();
    }

    @Test
    void sends_the_users_metadata_and_the_marks() {
        servers.answers("ACTIVE");

        launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false);

        assertThat(servers.created)
                .singleElement()
                .extracting(request -> request.server().metadata())
                .satisfies(metadata -> assertThat(metadata)
                        .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
                        .containsEntry("role", "web")
                        .containsEntry("maven:build", "b1"));
    }

    @Test
    void tells_each_change_of_status_once() {
        servers.answers("BUILD", "BUILD", "BUILD", "ACTIVE");

        launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false);

        assertThat(events)
                .containsExactly(
                        new LaunchEvent.Requested("web", "s1"),
                        new LaunchEvent.StatusChanged("web", "s1", "BUILD", Duration.ZERO),
                        new LaunchEvent.StatusChanged("web", "s1", "ACTIVE", Duration.ofMillis(750)));
    }

    @Test
    void error_ends_the_wait_at_once_with_the_faults_message_and_gives_the_server_back() {
        servers.answers("BUILD", "ERROR");

        assertThatThrownBy(
                        () -> launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false))
                .isInstanceOf(OpenStackException.class)
                .hasMessage("Server 'web' (s1) went to ERROR: No valid host was found.");
        assertThat(servers.deleted).containsExactly("s1");
        assertThat(events).last().isEqualTo(new LaunchEvent.Deleted("web", "s1"));
    }

    @Test
    void no_valid_host_is_explained_by_the_flavors_size() {
        servers.answers("ERROR");

        assertThatThrownBy(
                        () -> launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false))
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        e -> assertThat(e.advice()).contains("flavor m1.tiny (1 vCPU, 512 MiB, 1 GiB)"));
    }

    @Test
    void the_timeout_ends_the_wait_with_the_last_state_seen() {
        servers.answersForever("BUILD");

        assertThatThrownBy(
                        () -> launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofSeconds(90), () -> false))
                .hasMessage("Server 'web' (s1) is not ACTIVE after 90 s: last seen BUILD, task spawning");
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(95));
        assertThat(servers.deleted).containsExactly("s1");
    }

    @Test
    void a_server_that_someone_else_deletes_is_no_endless_wait() {
        servers.answers("BUILD", "gone");

        assertThatThrownBy(
                        () -> launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false))
                .hasMessageContaining("was deleted by someone else");
    }

    @Test
    void a_zone_without_a_host_gives_way_to_the_next() {
        servers.answers("ERROR", "ACTIVE");
        PlannedServer inZones = new PlannedServer(
                new ServerSpec(
                        "web",
                        new ImageSpec.Named("debian-12"),
                        new FlavorSpec.Named("m1.tiny"),
                        new NetworksSpec.Unspecified(),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        new ServerOptions(
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                List.of("full", "free"),
                                Map.of())),
                PLAN.image(),
                PLAN.flavor(),
                Optional.empty(),
                List.of(),
                List.of());

        launch.launch(inZones, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false);

        assertThat(servers.created)
                .extracting(request -> request.server().availabilityZone().orElseThrow())
                .containsExactly("full", "free");
        assertThat(servers.created)
                .extracting(request -> request.server().metadata().get("maven:launch"))
                .doesNotHaveDuplicates();
        assertThat(servers.deleted).containsExactly("s1");
    }

    @Test
    void a_server_that_is_no_longer_wanted_is_given_back() {
        servers.answersForever("BUILD");
        Iterator<Boolean> abandoned = List.of(false, true).iterator();

        assertThatThrownBy(() ->
                        launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), abandoned::next))
                .isInstanceOf(AbandonedException.class);
        assertThat(servers.deleted).containsExactly("s1");
    }

    @Test
    void a_failing_delete_does_not_hide_why_the_launch_failed() {
        servers.answers("ERROR");
        servers.refuseDelete = true;

        assertThatThrownBy(
                        () -> launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false))
                .hasMessageContaining("went to ERROR")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .extracting(Throwable::getMessage)
                        .isEqualTo("not now"));
    }

    @Test
    void a_create_is_on_record_before_it_is_sent_and_its_id_after() {
        servers.answers("ACTIVE");

        launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false);

        String mark = servers.created.get(0).server().metadata().get("maven:launch");
        assertThat(written).containsExactly("intend " + mark + " web", "made " + mark + " s1");
    }

    @Test
    void a_create_that_the_cloud_refused_was_not_made() {
        servers.lost = Optional.of(answered(400));

        assertThatThrownBy(
                        () -> launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false))
                .hasMessageContaining("HTTP 400");
        assertThat(written).hasSize(2).last().asString().startsWith("not made ");
    }

    @Test
    void a_create_whose_answer_was_lost_is_adopted_and_not_sent_twice() {
        servers.lost = Optional.of(answered(503));
        servers.adoptable = true;
        servers.answers("ACTIVE");

        Server server = launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false);

        assertThat(server.id()).isEqualTo("found");
        assertThat(servers.created).hasSize(1);
        assertThat(written).last().asString().startsWith("made ").endsWith(" found");
    }

    @Test
    void a_create_whose_answer_was_lost_and_that_is_not_there_stays_on_record() {
        servers.lost = Optional.of(answered(503));

        assertThatThrownBy(
                        () -> launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> false))
                .hasMessageContaining("HTTP 503");
        assertThat(written).singleElement().asString().startsWith("intend ");
    }

    @Test
    void nothing_is_created_that_is_no_longer_wanted() {
        assertThatThrownBy(
                        () -> launch.launch(PLAN, MARKS, UnaryOperator.identity(), Duration.ofMinutes(1), () -> true))
                .isInstanceOf(AbandonedException.class);
        assertThat(servers.created).isEmpty();
    }

    private static HttpStatusException answered(int status) {
        return new HttpStatusException(
                "compute",
                new Request("POST", URI.create("http://cloud/servers"), Map.of(), Optional.empty()),
                new Response(status, HttpHeaders.of(Map.of(), (name, value) -> true), "{}"));
    }

    /** Remembers what was written. */
    private final class WrittenJournal implements Journal {
        @Override
        public void intend(String launch, String name) {
            written.add("intend " + launch + " " + name);
        }

        @Override
        public void made(String launch, String name, String id) {
            written.add("made " + launch + " " + id);
        }

        @Override
        public void notMade(String launch) {
            written.add("not made " + launch);
        }
    }

    private static final class ScriptedServers implements Servers {
        private final Deque<String> statuses = new ArrayDeque<>();
        private final List<ServerRequest> created = new ArrayList<>();
        private boolean adoptable;
        private final List<String> deleted = new ArrayList<>();
        private Optional<String> forever = Optional.empty();
        private Optional<RuntimeException> lost = Optional.empty();
        private boolean refuseDelete;

        void answers(String... script) {
            statuses.addAll(List.of(script));
        }

        void answersForever(String status) {
            forever = Optional.of(status);
        }

        @Override
        public String create(ServerRequest request) {
            created.add(request);
            if (lost.isPresent()) {
                RuntimeException failure = lost.get();
                lost = Optional.empty();
                throw failure;
            }
            return "s" + created.size();
        }

        @Override
        public Optional<Server> server(String id) {
            String status = forever.orElseGet(statuses::pop);
            return status.equals("gone") ? Optional.empty() : Optional.of(server(id, status));
        }

        @Override
        public List<Server> all() {
            return created.stream()
                    .filter(request -> adoptable)
                    .map(request -> new Server(
                            "found",
                            request.server().name(),
                            "BUILD",
                            Optional.empty(),
                            SteppedTime.START,
                            Map.of(),
                            request.server().metadata(),
                            Optional.empty()))
                    .toList();
        }

        @Override
        public void delete(String id) {
            if (refuseDelete) throw new OpenStackException("not now", "");
            deleted.add(id);
        }

        private static Server server(String id, String status) {
            return new Server(
                    id,
                    "web",
                    status,
                    status.equals("BUILD") ? Optional.of("spawning") : Optional.empty(),
                    SteppedTime.START,
                    Map.of(),
                    Map.of(),
                    status.equals("ERROR")
                            ? Optional.of(new Server.Fault(500, "No valid host was found. ", Optional.empty()))
                            : Optional.empty());
        }
    }
}
