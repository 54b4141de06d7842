package io.github.openstackmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.compute.Servers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TeardownTest {
    private final StubbornServers servers = new StubbornServers();
    private final SteppedTime time = new SteppedTime();
    private final List<String> gone = new ArrayList<>();
    private final Teardown teardown =
            new Teardown(servers, time, PollSchedule.standard(), server -> gone.add(server.name()));

    @Test
    void servers_are_deleted_and_waited_for() {
        List<Teardown.Remaining> remaining =
                teardown.delete(List.of(servers.lasting("web", 3), servers.lasting("db", 0)), Duration.ofMinutes(1));

        assertThat(remaining).isEmpty();
        assertThat(gone).containsExactly("db", "web");
    }

    @Test
    void a_delete_that_fails_is_tried_again() {
        Server web = servers.lasting("web", 0);
        servers.refusals.put(web.id(), 2);

        assertThat(teardown.delete(List.of(web), Duration.ofMinutes(1))).isEmpty();
        assertThat(servers.asked).containsExactly("web-id", "web-id", "web-id");
    }

    @Test
    void what_is_still_there_when_time_runs_out_is_told_with_the_reason() {
        Server web = servers.lasting("web", 10_000);
        Server db = servers.lasting("db", 0);
        servers.refusals.put(db.id(), 10_000);

        List<Teardown.Remaining> remaining = teardown.delete(List.of(web, db), Duration.ofSeconds(30));

        assertThat(remaining)
                .extracting(Teardown.Remaining::reason)
                .containsExactly("it is being deleted, and still there", "locked");
    }

    /** Servers that stay for a number of looks after they were deleted. */
    private static final class StubbornServers implements Servers {
        private final Map<String, Integer> looks = new HashMap<>();
        private final Map<String, Integer> refusals = new HashMap<>();
        private final List<String> asked = new ArrayList<>();

        Server lasting(String name, int lookCount) {
            looks.put(name + "-id", lookCount);
            return new Server(
                    name + "-id",
                    name,
                    "ACTIVE",
                    Optional.empty(),
                    Instant.EPOCH,
                    Map.of(),
                    Map.of(),
                    Optional.empty());
        }

        @Override
        public void delete(String id) {
            asked.add(id);
            if (refusals.merge(id, -1, Integer::sum) >= 0) throw new OpenStackException("locked", "");
        }

        @Override
        public Optional<Server> server(String id) {
            boolean deleted = refusals.getOrDefault(id, 0) < 0;
            boolean there = !deleted || looks.merge(id, -1, Integer::sum) >= 0;
            Optional<String> task = deleted ? Optional.of("deleting") : Optional.empty();
            return there
                    ? Optional.of(
                            new Server(id, id, "ACTIVE", task, Instant.EPOCH, Map.of(), Map.of(), Optional.empty()))
                    : Optional.empty();
        }

        @Override
        public String create(ServerRequest request) {
            throw new AssertionError("nothing is created here");
        }

        @Override
        public List<Server> all() {
            return List.of();
        }
    }
}
