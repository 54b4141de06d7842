package io.github.openstackmaven.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.compute.Servers;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.ServerSpec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaunchTest {
    private static final Plan PLAN = new Plan(
            ServerSpec.of("web", "debian-12", "m1.tiny", List.of()).withMetadata(Map.of("role", "web")),
            new Image("i1", "debian-12", "active", SteppedTime.START, 0, 0),
            new Flavor("f1", "m1.tiny", 1, 512, 1),
            Optional.empty(),
            List.of());

    private final ScriptedServers servers = new ScriptedServers();
    private final SteppedTime time = new SteppedTime();
    private final List<LaunchEvent> events = new ArrayList<>();
    private final Launch launch = new Launch(servers, time, PollSchedule.standard(), events::add);

    @Test
    void returns_the_server_once_it_is_active() {
        servers.answers("BUILD", "BUILD", "ACTIVE");

        Server server = launch.launch(PLAN, Map.of(), Duration.ofMinutes(1));

        assertThat(server.status()).isEqualTo("ACTIVE");
        assertThat(servers.deleted).isEmpty();
    }

    @Test
    void sends_the_users_metadata_and_the_marks() {
        servers.answers("ACTIVE");

        launch.launch(PLAN, Map.of("maven:build", "b1"), Duration.ofMinutes(1));

        assertThat(servers.created)
                .singleElement()
                .extracting(request -> request.server().metadata())
                .isEqualTo(Map.of("role", "web", "maven:build", "b1"));
    }

    @Test
    void tells_each_change_of_status_once() {
        servers.answers("BUILD", "BUILD", "BUILD", "ACTIVE");

        launch.launch(PLAN, Map.of(), Duration.ofMinutes(1));

        assertThat(events)
                .containsExactly(
                        new LaunchEvent.Requested("web", "s1"),
                        new LaunchEvent.StatusChanged("web", "s1", "BUILD", Duration.ZERO),
                        new LaunchEvent.StatusChanged("web", "s1", "ACTIVE", Duration.ofMillis(750)));
    }

    @Test
    void error_ends_the_wait_at_once_with_the_faults_message_and_gives_the_server_back() {
        servers.answers("BUILD", "ERROR");

        assertThatThrownBy(() -> launch.launch(PLAN, Map.of(), Duration.ofMinutes(1)))
                .isInstanceOf(OpenStackException.class)
                .hasMessage("Server 'web' (s1) went to ERROR: No valid host was found.");
        assertThat(servers.deleted).containsExactly("s1");
        assertThat(events).last().isEqualTo(new LaunchEvent.Deleted("web", "s1"));
    }

    @Test
    void no_valid_host_is_explained_by_the_flavors_size() {
        servers.answers("ERROR");

        assertThatThrownBy(() -> launch.launch(PLAN, Map.of(), Duration.ofMinutes(1)))
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        e -> assertThat(e.advice()).contains("flavor m1.tiny (1 vCPU, 512 MiB, 1 GiB)"));
    }

    @Test
    void the_timeout_ends_the_wait_with_the_last_state_seen() {
        servers.answersForever("BUILD");

        assertThatThrownBy(() -> launch.launch(PLAN, Map.of(), Duration.ofSeconds(90)))
                .hasMessage("Server 'web' (s1) is not ACTIVE after 90 s: last seen BUILD, task spawning");
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(95));
        assertThat(servers.deleted).containsExactly("s1");
    }

    @Test
    void a_server_that_someone_else_deletes_is_no_endless_wait() {
        servers.answers("BUILD", "gone");

        assertThatThrownBy(() -> launch.launch(PLAN, Map.of(), Duration.ofMinutes(1)))
                .hasMessageContaining("was deleted by someone else");
    }

    @Test
    void a_failing_delete_does_not_hide_why_the_launch_failed() {
        servers.answers("ERROR");
        servers.refuseDelete = true;

        assertThatThrownBy(() -> launch.launch(PLAN, Map.of(), Duration.ofMinutes(1)))
                .hasMessageContaining("went to ERROR")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .extracting(Throwable::getMessage)
                        .isEqualTo("not now"));
    }

    private static final class ScriptedServers implements Servers {
        private final Deque<String> statuses = new ArrayDeque<>();
        private final List<ServerRequest> created = new ArrayList<>();
        private final List<String> deleted = new ArrayList<>();
        private Optional<String> forever = Optional.empty();
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
            return "s1";
        }

        @Override
        public Optional<Server> server(String id) {
            String status = forever.orElseGet(statuses::pop);
            return status.equals("gone") ? Optional.empty() : Optional.of(server(id, status));
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
