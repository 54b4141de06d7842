package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Consoles of servers that a launch waits for, in the build's log. */
class ConsoleStreamTest {
    private final SteppedTime time = new SteppedTime();
    private final List<String> told = new ArrayList<>();
    private final List<Duration> asked = new ArrayList<>();

    @Test
    void each_whole_line_is_told_once_with_the_servers_name_until_the_server_is_ready() {
        Deque<String> looks = new ArrayDeque<>(List.of("", "booting\nnet", "booting\nnetwork up\nlog", "last"));
        ConsoleStream[] stream = new ConsoleStream[1];
        stream[0] = stream(id -> {
            if (looks.size() == 2) stream[0].accept(new LaunchEvent.Ready("web", id, Duration.ZERO));
            return looks.remove();
        });

        stream[0].accept(new LaunchEvent.Requested("web", "s1"));

        assertThat(told).containsExactly("web | booting", "web | network up", "web | log");
        assertThat(asked).containsExactly(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void what_a_guest_prints_moves_no_cursor() {
        ConsoleStream[] stream = new ConsoleStream[1];
        stream[0] = stream(id -> {
            stream[0].close();
            return "up\u001b[2J\n";
        });

        stream[0].accept(new LaunchEvent.Reused("web", "s1"));

        assertThat(told).containsExactly("web | up");
    }

    @Test
    void a_cloud_that_refuses_is_told_of_and_asked_no_more() {
        stream(id -> {
                    throw new OpenStackException("HTTP 403", "");
                })
                .accept(new LaunchEvent.Requested("web", "s1"));

        assertThat(told).containsExactly("web | (the console can't be read: HTTP 403)");
        assertThat(asked).hasSize(1);
    }

    @Test
    void one_that_is_deleted_is_no_longer_looked_at() {
        ConsoleStream[] stream = new ConsoleStream[1];
        stream[0] = stream(id -> {
            if (asked.size() == 3)
                stream[0].accept(new LaunchEvent.Deleting("web", ResourceType.SERVER, id, Duration.ZERO));
            return "";
        });

        stream[0].accept(new LaunchEvent.Requested("web", "s1"));

        assertThat(asked).hasSize(3);
        assertThat(told).isEmpty();
    }

    private ConsoleStream stream(UnaryOperator<String> console) {
        return new ConsoleStream(
                id -> {
                    asked.add(time.elapsed());
                    return console.apply(id);
                },
                time,
                Runnable::run,
                told::add);
    }
}
