package io.github.openstackmaven.ready;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.SteppedTime;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckWaitTest {
    private static final ProbeResult REFUSED = ProbeResult.notYet("refused the connection", "");

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

    private void await(ProbeResult... seen) {
        Deque<ProbeResult> left = new ArrayDeque<>(List.of(seen));
        ReadinessCheck check = new ReadinessCheck(
                "tcp 22",
                "tcp 22",
                Optional.empty(),
                (rest, ended) -> left.size() > 1 ? left.remove() : left.getFirst());
        Instance instance = new Instance(
                "web", "id-1", Optional.empty(), false, Optional.empty(), Optional.of(Path.of("key")), () -> "");
        new CheckWait(
                        instance,
                        check,
                        time,
                        SteppedTime.schedule(),
                        event -> {},
                        () -> false,
                        SteppedTime.START.plusSeconds(60))
                .await();
    }
}
