package io.github.openstackmaven.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.CreatedServer;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.compute.Servers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FleetStatusTest {
    private final Nova nova = new Nova();
    private final SteppedTime time = new SteppedTime();

    @Test
    void a_single_server_is_looked_at_by_its_id() {
        nova.shows("a", "BUILD");

        assertThat(status(time).server("a")).map(Server::status).contains("BUILD");
        assertThat(nova.requests).containsExactly("a");
    }

    @Test
    void a_single_server_that_is_gone_is_asked_for_once() {
        assertThat(status(time).server("a")).isEmpty();
        assertThat(nova.requests).containsExactly("a");
    }

    @Test
    void looks_are_as_far_apart_as_the_schedule_says_and_no_more_than_a_second_while_servers_come_up() {
        FleetStatus status = status(time);
        List<Duration> looks = new ArrayList<>();

        for (int look = 0; look < 60; look++) {
            nova.shows("a", look < 30 ? "BUILD " + look : "BUILD 30");
            status.server("a");
            looks.add(time.elapsed());
        }

        List<Duration> pauses = IntStream.range(1, looks.size())
                .mapToObj(look -> looks.get(look).minus(looks.get(look - 1)))
                .toList();
        assertThat(pauses).startsWith(Duration.ofMillis(250)).endsWith(Duration.ofSeconds(5));
        assertThat(pauses.subList(0, 35))
                .allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void a_look_is_not_put_off_beyond_the_deadline() {
        nova.shows("a", "BUILD");
        FleetStatus status = new FleetStatus(nova, context(time), SteppedTime.START.plusMillis(100));

        status.server("a");
        status.server("a");

        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void servers_that_are_waited_for_at_a_time_are_seen_in_one_list_of_what_has_changed() throws Exception {
        Stream.of("a", "b", "c").forEach(id -> nova.shows(id, "BUILD"));
        HeldTime held = new HeldTime();
        FleetStatus status = status(held);
        status.server("a");

        List<FutureTask<Optional<Server>>> looks = together(status, held, "a", "b", "c");

        for (FutureTask<Optional<Server>> look : looks) assertThat(look.get()).isPresent();
        assertThat(nova.requests).containsExactly("a", "since 2026-11-24T11:59:00Z");
    }

    @Test
    void one_that_the_list_shows_as_deleted_is_gone() throws Exception {
        Stream.of("a", "b", "c").forEach(id -> nova.shows(id, "BUILD"));
        nova.shows("b", "DELETED");
        HeldTime held = new HeldTime();
        FleetStatus status = status(held);
        status.server("a");

        List<FutureTask<Optional<Server>>> looks = together(status, held, "a", "b", "c");

        assertThat(looks.get(0).get()).isPresent();
        assertThat(looks.get(1).get()).isEmpty();
        assertThat(nova.requests).containsExactly("a", "since 2026-11-24T11:59:00Z");
    }

    @Test
    void one_that_the_list_does_not_have_yet_is_looked_at_in_the_next_tick() throws Exception {
        Stream.of("a", "b", "c").forEach(id -> nova.shows(id, "BUILD"));
        nova.unlisted.add("c");
        HeldTime held = new HeldTime();
        FleetStatus status = status(held);
        status.server("a");

        List<FutureTask<Optional<Server>>> looks = together(status, held, "a", "b", "c");

        for (FutureTask<Optional<Server>> look : looks) assertThat(look.get()).isPresent();
        assertThat(nova.requests).containsExactly("a", "since 2026-11-24T11:59:00Z", "c"); // alone by then
    }

    @Test
    void those_that_lists_do_not_have_for_half_a_minute_are_looked_at_by_their_ids() throws Exception {
        Stream.of("a", "b", "c").forEach(id -> nova.shows(id, "BUILD"));
        nova.unlisted.addAll(List.of("b", "c"));
        HeldTime held = new HeldTime();
        nova.onList = () -> held.passed = Duration.ofSeconds(31);
        FleetStatus status = status(held);
        status.server("a");

        List<FutureTask<Optional<Server>>> looks = together(status, held, "a", "b", "c");

        for (FutureTask<Optional<Server>> look : looks) assertThat(look.get()).isPresent();
        assertThat(nova.requests)
                .startsWith("a", "since 2026-11-24T11:59:00Z")
                .contains("b", "c")
                .hasSize(4);
    }

    @Test
    void a_tick_waits_for_the_answer_to_the_one_before() throws Exception {
        nova.shows("a", "BUILD");
        nova.shows("b", "BUILD");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        nova.onLook = () -> {
            asked.countDown();
            await().until(() -> answered.getCount() == 0);
        };
        FleetStatus status = status(time);
        FutureTask<Optional<Server>> first = new FutureTask<>(() -> status.server("a"));
        new Thread(first).start();
        asked.await();
        FutureTask<Optional<Server>> second = new FutureTask<>(() -> status.server("b"));
        Thread waiting = new Thread(second);
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.WAITING);

        assertThat(nova.requests).containsExactly("a");

        answered.countDown();
        assertThat(first.get()).isPresent();
        assertThat(second.get()).isPresent();
        assertThat(nova.requests).containsExactly("a", "b");
    }

    @Test
    void a_list_that_fails_fails_for_all_who_wait_for_it_and_the_next_may_fare_better() throws Exception {
        Stream.of("a", "b", "c").forEach(id -> nova.shows(id, "BUILD"));
        HeldTime held = new HeldTime();
        FleetStatus status = status(held);
        status.server("a");
        nova.fails = true;

        List<FutureTask<Optional<Server>>> looks = together(status, held, "a", "b", "c");

        for (FutureTask<Optional<Server>> look : looks) {
            assertThatThrownBy(look::get).hasRootCauseMessage("busy");
        }
        nova.fails = false;
        assertThat(status.server("a")).isPresent();
    }

    // All of them are waited for before time goes on.
    private static List<FutureTask<Optional<Server>>> together(FleetStatus status, HeldTime held, String... ids) {
        List<FutureTask<Optional<Server>>> looks = new ArrayList<>();
        for (String id : ids) {
            FutureTask<Optional<Server>> look = new FutureTask<>(() -> status.server(id));
            looks.add(look);
            Thread thread = new Thread(look);
            thread.start();
            await().until(() -> thread.getState() == Thread.State.WAITING);
        }
        held.goOn.countDown();
        return looks;
    }

    private FleetStatus status(Time clock) {
        return new FleetStatus(nova, context(clock), SteppedTime.START.plus(Duration.ofHours(1)));
    }

    private static LaunchContext context(Time clock) {
        return new LaunchContext(clock, SteppedTime.schedule(), event -> {}, Runnable::run, () -> false);
    }

    /** Stands still until it is to go on. */
    private static final class HeldTime implements Time {
        final CountDownLatch goOn = new CountDownLatch(1);
        volatile Duration passed = Duration.ZERO;

        @Override
        public Instant now() {
            return SteppedTime.START.plus(passed);
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            goOn.await();
        }
    }

    private static final class Nova implements Servers {
        final List<String> requests = Collections.synchronizedList(new ArrayList<>());
        final List<String> unlisted = new ArrayList<>();
        boolean fails;
        Runnable onList = () -> {};
        Runnable onLook = () -> {};
        private final Map<String, Server> servers = new LinkedHashMap<>();

        void shows(String id, String status) {
            servers.put(id, Rehearsal.server(id, id, status, Map.of()));
        }

        @Override
        public CreatedServer create(ServerRequest request) {
            throw new AssertionError("nothing is made");
        }

        @Override
        public Optional<Server> server(String id) {
            requests.add(id);
            onLook.run();
            return Optional.ofNullable(servers.get(id));
        }

        @Override
        public List<Server> all() {
            throw new AssertionError("there are too many");
        }

        @Override
        public List<Server> named(Collection<String> names) {
            throw new AssertionError("their ids are known");
        }

        @Override
        public List<Server> changedSince(Instant since) {
            requests.add("since " + since);
            onList.run();
            if (fails) throw new OpenStackException("busy", "");
            return servers.values().stream()
                    .filter(server -> !unlisted.contains(server.id()))
                    .toList();
        }

        @Override
        public boolean delete(String id) {
            throw new AssertionError("nothing is deleted");
        }
    }
}
