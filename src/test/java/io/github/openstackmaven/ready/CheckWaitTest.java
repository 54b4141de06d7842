package io.github.openstackmaven.ready;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.image.ImageUsers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CheckWaitTest {
    private static final ProbeResult REFUSED = ProbeResult.notYet("refused the connection", "");
    private static final ProbeResult SILENT = ProbeResult.notYet("does not answer", "Check the security group.");

    private final SteppedTime time = new SteppedTime();

    @Test
    void a_check_whose_turn_did_not_come_again_fails_with_what_was_last_seen() {
        assertThatThrownBy(() -> await(REFUSED, ProbeResult.unseen()))
                .hasMessage("Server 'web' (id-1) is not ready: tcp 22 refused the connection for 60 s");
    }

    @Test
    void a_check_whose_turn_never_came_says_so() {
        assertThatThrownBy(() -> await(ProbeResult.unseen()))
                .hasMessage("Server 'web' (id-1) is not ready: tcp 22 had to wait for its turn among the"
                        + " servers for 60 s");
    }

    @Test
    void how_long_the_last_thing_was_seen_is_told_and_not_how_long_all_took() {
        assertThatThrownBy(() -> await(ProbeResult.notYet("does not answer", ""), REFUSED))
                .hasMessageMatching(".*: tcp 22 refused the connection for 59 s, after 60 s in all");
    }

    @Test
    void a_look_that_the_end_cuts_short_tells_less_than_the_one_before() {
        assertThatThrownBy(() -> awaitWith(left -> left.toSeconds() < 3 ? SILENT : REFUSED, 60))
                .hasMessage("Server 'web' (id-1) is not ready: tcp 22 refused the connection for 60 s");
    }

    @Test
    void what_hardly_changes_is_not_waited_for_longer_than_a_minute() {
        assertThatThrownBy(() -> awaitWith(left -> ProbeResult.unlikely("can't be reached", "Go there."), 600))
                .hasMessageMatching(".* is not ready: tcp 22 can't be reached for 6\\d s");
    }

    @Test
    void a_minute_of_it_is_one_without_anything_else_in_between() {
        ProbeResult unlikely = ProbeResult.unlikely("can't be reached", "");

        assertThatThrownBy(() -> awaitWith(left -> left.toSeconds() % 100 < 50 ? unlikely : SILENT, 600))
                .hasMessageContaining("after 600 s in all");
    }

    private void await(ProbeResult... seen) {
        Deque<ProbeResult> left = new ArrayDeque<>(List.of(seen));
        awaitWith(rest -> left.size() > 1 ? left.remove() : left.getFirst(), 60);
    }

    private void awaitWith(Function<Duration, ProbeResult> look, int seconds) {
        ReadinessCheck check =
                new ReadinessCheck("tcp 22", "tcp 22", Optional.empty(), (rest, ended) -> look.apply(rest));
        Instance instance = new Instance(
                "web",
                "id-1",
                Optional.empty(),
                false,
                ImageUsers.named(Optional.empty()),
                Optional.of(Path.of("key")),
                () -> "");
        new CheckWait(
                        instance,
                        check,
                        time,
                        SteppedTime.schedule(),
                        event -> {},
                        () -> false,
                        SteppedTime.START.plusSeconds(seconds))
                .await();
    }
}
