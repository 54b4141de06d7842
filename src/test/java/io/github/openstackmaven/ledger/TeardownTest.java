package io.github.openstackmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.SteppedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TeardownTest {
    private final RehearsedCloud cloud = new RehearsedCloud();
    private final SteppedTime time = new SteppedTime();
    private final List<String> told = new ArrayList<>();
    private final Teardown teardown =
            new Teardown(cloud, time, PollSchedule.standard(), Runnable::run, event -> told.add(line(event)));

    @Test
    void servers_are_deleted_and_waited_for() {
        cloud.linger("web", 3);

        List<Remaining> remaining = delete(server("web"), server("db"));

        assertThat(remaining).isEmpty();
        assertThat(cloud.ids()).isEmpty();
        assertThat(told).containsExactly("Asked web", "Asked db", "Gone db", "Gone web");
    }

    @Test
    void what_takes_long_is_told_every_fifteen_seconds() {
        cloud.linger("web", 10_000);

        delete(server("web"));

        assertThat(told).containsExactly("Asked web", "Waiting web", "Waiting web", "Waiting web");
    }

    @Test
    void what_hangs_on_a_server_waits_for_it_and_what_does_not_goes_at_once() {
        cloud.linger("server", 3);
        List<Resource> doomed = new ArrayList<>();
        for (Kind kind : Kind.values()) doomed.add(thing(kind, kind.label()));
        Collections.reverse(doomed);

        assertThat(teardown.delete(doomed, Duration.ofMinutes(1))).isEmpty();

        assertThat(cloud.deletes())
                .containsExactly(
                        "server", "floating ip", "keypair", "port", "volume", "security group", "server group");
        assertThat(told).last().isEqualTo("Gone volume");
    }

    @Test
    void a_server_that_does_not_go_does_not_keep_everything_else() {
        Resource web = server("web");
        cloud.refuse("web", 10_000);
        Resource port = thing(Kind.PORT, "port");

        List<Remaining> remaining = delete(web, port);

        assertThat(remaining).extracting(Remaining::resource).containsExactly(web);
        assertThat(cloud.ids()).containsExactly("web");
    }

    @Test
    void a_delete_that_fails_is_tried_again_and_told_once() {
        Resource web = server("web");
        cloud.refuse("web", 2);

        assertThat(delete(web)).isEmpty();
        assertThat(cloud.deletes()).containsExactly("web", "web", "web");
        assertThat(told).containsExactly("Refused web: in use", "Asked web", "Gone web");
    }

    @Test
    void what_somebody_else_has_deleted_is_gone() {
        Resource group = thing(Kind.SECURITY_GROUP, "group");
        cloud.refuse("group", 1);
        cloud.beforeLookAt("group", () -> cloud.lose("group"));

        assertThat(delete(group)).isEmpty();
        assertThat(cloud.deletes()).containsExactly("group");
    }

    @Test
    void a_volume_that_goes_with_its_server_is_only_waited_for() {
        Resource volume = thing(Kind.VOLUME, "volume");
        cloud.delete(volume);
        cloud.refuse("volume", 1);
        cloud.linger("volume", 2);

        assertThat(delete(volume)).isEmpty();
        assertThat(cloud.deletes()).containsExactly("volume", "volume");
    }

    @Test
    void what_is_still_there_when_time_runs_out_is_told_with_reason_and_command() {
        cloud.linger("web", 10_000);
        cloud.refuse("db", 10_000);

        List<Remaining> remaining = delete(server("web"), server("db"));

        assertThat(remaining)
                .extracting(Remaining::toString)
                .containsExactly("server web: it is being deleted, and still there", "server db: in use");
        assertThat(remaining).extracting(Remaining::command).contains("openstack server delete web");
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(65));
    }

    @Test
    void an_interrupt_ends_it_and_what_is_left_is_told() {
        Resource web = server("web");
        cloud.linger("web", 10_000);
        Thread.currentThread().interrupt();

        List<Remaining> remaining = delete(web);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(remaining).hasSize(1);
    }

    private List<Remaining> delete(Resource... doomed) {
        return teardown.delete(Arrays.asList(doomed), Duration.ofMinutes(1));
    }

    private Resource server(String id) {
        return thing(Kind.SERVER, id);
    }

    private Resource thing(Kind kind, String id) {
        return cloud.marked(kind, id, Optional.empty());
    }

    private static String line(TeardownEvent event) {
        String line = event.getClass().getSimpleName() + " " + event.resource().id();
        return event instanceof TeardownEvent.Refused refused ? line + ": " + refused.reason() : line;
    }
}
