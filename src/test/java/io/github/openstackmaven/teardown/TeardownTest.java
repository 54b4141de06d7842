package io.github.openstackmaven.teardown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeardownTest {
    private final RehearsedCloud cloud = new RehearsedCloud();
    private final SteppedTime time = new SteppedTime();
    private final List<String> told = new ArrayList<>();
    private final Teardown teardown = new Teardown(
            cloud,
            time,
            SteppedTime.schedule(),
            Runnable::run,
            TeardownListener.each(event -> event.match(new Line(told::add))));

    @Test
    void servers_are_deleted_and_waited_for() {
        cloud.linger("web", 3);

        List<NotDeleted> remaining = delete(server("web"), server("db"));

        assertThat(remaining).isEmpty();
        assertThat(cloud.ids()).isEmpty();
        assertThat(told).containsExactly("Accepted web", "Accepted db", "Deleted db", "Deleted web");
        // What the list of changes tells to be deleted needs no second DELETE that proves it.
        assertThat(cloud.deletes()).containsOnlyOnce("db");
    }

    @Test
    void several_servers_are_looked_at_in_one_list_and_one_that_it_does_not_have_by_itself() {
        cloud.linger("web", 3);
        cloud.linger("db", 3);
        cloud.hide("db", 1);

        assertThat(delete(server("web"), server("db"))).isEmpty();

        assertThat(cloud.ids()).isEmpty();
        assertThat(cloud.looked().stream().filter("what has changed"::equals).count())
                .isBetween(2L, 6L);
        assertThat(cloud.looked().stream().filter(look -> !look.equals("what has changed")))
                .hasSizeLessThan(3);
    }

    @Test
    void what_there_is_no_time_to_delete_is_left() {
        assertThat(teardown.delete(List.of(server("web")), Duration.ZERO))
                .extracting(one -> one.resource().id())
                .containsExactly("web");
        assertThat(cloud.deletes()).isEmpty();
    }

    @Test
    void what_takes_long_is_told_every_fifteen_seconds() {
        cloud.linger("web", 10_000);

        delete(server("web"));

        assertThat(told).containsExactly("Accepted web", "Waiting web", "Waiting web", "Waiting web");
    }

    @Test
    void what_hangs_on_a_server_waits_for_it_and_what_does_not_goes_at_once() {
        cloud.linger("server", 3);
        List<Resource> candidates = new ArrayList<>();
        for (ResourceType kind : ResourceType.values()) candidates.add(thing(kind, kind.label()));
        Collections.reverse(candidates);

        assertThat(teardown.delete(candidates, Duration.ofMinutes(1))).isEmpty();

        assertThat(cloud.deletes())
                .containsExactly(
                        "server",
                        "floating ip",
                        "keypair",
                        "server",
                        "port",
                        "volume",
                        "security group",
                        "server group",
                        "image",
                        "volume");
        assertThat(told).last().isEqualTo("Deleted volume");
    }

    @Test
    void a_server_that_does_not_go_does_not_keep_everything_else() {
        Resource web = server("web");
        cloud.refuse("web", 10_000);
        Resource port = thing(ResourceType.PORT, "port");

        List<NotDeleted> remaining = delete(web, port);

        assertThat(remaining).extracting(NotDeleted::resource).containsExactly(web);
        assertThat(cloud.ids()).containsExactly("web");
    }

    @Test
    void a_delete_that_fails_is_tried_again_and_told_once() {
        Resource web = server("web");
        cloud.refuse("web", 2);

        assertThat(delete(web)).isEmpty();
        assertThat(cloud.deletes()).as("and whether it is gone").containsExactly("web", "web", "web", "web");
        assertThat(told).containsExactly("Refused web: in use", "Accepted web", "Deleted web");
    }

    @Test
    void a_server_that_a_cloud_keeps_for_a_while_after_its_deletion_is_not_gone_yet() {
        Resource web = server("web");
        cloud.keepDeleted("web");

        assertThat(delete(web)).isEmpty();
        assertThat(cloud.ids()).isEmpty();
        assertThat(told).containsExactly("Accepted web", "Deleted web");
    }

    @Test
    void what_a_service_says_to_each_request_is_told_once() {
        Resource web = server("web");
        cloud.refuse("web", 5);
        cloud.refuseSo(number -> refused("req-" + number));

        assertThat(delete(web)).isEmpty();
        assertThat(told)
                .filteredOn(line -> line.startsWith("Refused"))
                .singleElement()
                .asString()
                .contains("in use", "req-1");
    }

    @Test
    void what_somebody_else_has_deleted_is_gone() {
        Resource group = thing(ResourceType.SECURITY_GROUP, "group");
        cloud.refuse("group", 1);
        cloud.beforeLookAt("group", () -> cloud.lose("group"));

        assertThat(delete(group)).isEmpty();
        assertThat(told).containsExactly("Refused group: in use", "Deleted group");
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void a_cloud_that_says_for_a_while_that_there_is_none_is_not_believed(ResourceType kind) {
        Resource thing = thing(kind, "thing");
        cloud.hide("thing", 6);

        assertThat(delete(thing)).isEmpty();

        assertThat(cloud.ids()).isEmpty();
    }

    @Test
    void a_look_that_sees_nothing_after_an_accepted_deletion_is_not_believed_either() {
        cloud.linger("web", 3);
        Resource web = server("web");
        cloud.beforeLookAt("web", onceOnly(() -> cloud.hide("web", 1)));

        assertThat(delete(web)).isEmpty();

        assertThat(cloud.ids()).isEmpty();
        assertThat(cloud.deletes()).containsExactly("web", "web", "web");
    }

    @Test
    void an_answer_that_nobody_can_read_is_that_things_own_and_passes() {
        Resource web = server("web");
        cloud.linger("web", 1);
        cloud.confuse("web", 3);
        Resource key = thing(ResourceType.KEYPAIR, "key");

        assertThat(delete(web, key)).isEmpty();
        assertThat(cloud.ids()).isEmpty();
    }

    @Test
    void what_a_round_has_shown_is_told_together() {
        List<Resource> fleet =
                IntStream.range(0, 100).mapToObj(i -> server("web-" + i)).toList();
        List<Integer> rounds = new ArrayList<>();

        new Teardown(cloud, time, SteppedTime.schedule(), Runnable::run, round -> rounds.add(round.size()))
                .delete(fleet, Duration.ofMinutes(1));

        assertThat(rounds).containsExactly(100, 100);
    }

    @Test
    void one_that_gets_no_answer_keeps_no_other_waiting() {
        Resource stuck = server("stuck");
        Resource web = server("web");
        AtomicInteger tasks = new AtomicInteger();
        Teardown patient = new Teardown(
                cloud,
                time,
                SteppedTime.schedule(),
                Duration.ZERO,
                task -> {
                    if (tasks.getAndIncrement() > 0) task.run();
                },
                TeardownListener.each(event -> event.match(new Line(told::add))));

        List<NotDeleted> remaining = patient.delete(List.of(stuck, web), Duration.ofMinutes(1));

        assertThat(remaining).containsExactly(new NotDeleted(stuck, "the cloud has not answered the last request"));
        assertThat(told).contains("Deleted web");
    }

    @Test
    void what_comes_to_it_meanwhile_is_deleted_too_and_what_its_owner_has_struck_is_not_waited_for() {
        Candidate web = Candidate.seen(server("web"));
        Candidate late = Candidate.seen(server("late"));
        cloud.linger("web", 10_000);
        Deque<List<Candidate>> lists = new ArrayDeque<>(List.of(List.of(web), List.of(web, late), List.of(late)));

        assertThat(teardown.delete(() -> lists.size() > 1 ? lists.pop() : lists.peek(), Duration.ofMinutes(1)))
                .isEmpty();

        assertThat(told).containsExactly("Accepted web", "Accepted late", "Deleted late");
    }

    @Test
    void a_volume_that_goes_with_its_server_is_only_waited_for() {
        Resource volume = thing(ResourceType.VOLUME, "volume");
        cloud.delete(volume);
        cloud.refuse("volume", 1);
        cloud.linger("volume", 2);

        assertThat(delete(volume)).isEmpty();
        assertThat(cloud.deletes()).containsExactly("volume", "volume", "volume");
    }

    @Test
    void what_is_still_there_when_time_runs_out_is_told_with_reason_and_command() {
        cloud.linger("web", 10_000);
        cloud.refuse("db", 10_000);

        List<NotDeleted> remaining = delete(server("web"), server("db"));

        assertThat(remaining)
                .extracting(NotDeleted::toString)
                .containsExactly("server web: it is being deleted, and still there", "server db: in use");
        assertThat(remaining).extracting(NotDeleted::command).contains("openstack server delete web");
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(65));
    }

    @Test
    void an_interrupt_ends_it_and_what_is_left_is_told() {
        Resource web = server("web");
        cloud.linger("web", 10_000);
        Thread.currentThread().interrupt();

        List<NotDeleted> remaining = delete(web);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(remaining).hasSize(1);
    }

    private List<NotDeleted> delete(Resource... candidates) {
        return teardown.delete(Arrays.asList(candidates), Duration.ofMinutes(1));
    }

    private static HttpStatusException refused(String requestId) {
        return new HttpStatusException(
                "compute",
                new Request("DELETE", URI.create("http://cloud/servers/web"), Map.of(), Optional.empty()),
                new Response(
                        409,
                        HttpHeaders.of(Map.of("x-openstack-request-id", List.of(requestId)), (name, value) -> true),
                        "{\"conflictingRequest\": {\"message\": \"in use\"}}"));
    }

    private Resource server(String id) {
        return thing(ResourceType.SERVER, id);
    }

    private Resource thing(ResourceType kind, String id) {
        return cloud.marked(kind, id, Optional.empty());
    }

    private record Line(Consumer<String> lines) implements TeardownEvent.Cases {
        @Override
        public void accepted(TeardownEvent.Accepted event) {
            lines.accept("Accepted " + event.resource().id());
        }

        @Override
        public void waiting(TeardownEvent.Waiting event) {
            lines.accept("Waiting " + event.resource().id());
        }

        @Override
        public void deleted(TeardownEvent.Deleted event) {
            lines.accept("Deleted " + event.resource().id());
        }

        @Override
        public void refused(TeardownEvent.Refused event) {
            lines.accept("Refused " + event.resource().id() + ": " + event.reason());
        }

        @Override
        public void unmarked(TeardownEvent.Unmarked event) {
            lines.accept("Unmarked ");
        }

        @Override
        public void lookUpFailed(TeardownEvent.LookUpFailed event) {
            lines.accept("LookUpFailed ");
        }

        @Override
        public void neverCreated(TeardownEvent.NeverCreated event) {
            lines.accept("NeverCreated ");
        }
    }

    private static Runnable onceOnly(Runnable event) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (!done.getAndSet(true)) event.run();
        };
    }
}
