package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.SteppedTime;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the time until a deadline is shared out among tries and pauses. */
class PatienceTest {
    private final SteppedTime time = new SteppedTime();
    private final Patience patience = Patience.until(SteppedTime.START.plusSeconds(40), time);

    @Test
    void a_try_has_a_quarter_of_what_is_left_and_a_create_half() {
        assertThat(patience.answer(request("GET", "/servers"))).isEqualTo(Duration.ofSeconds(10));
        assertThat(patience.answer(request("POST", "/servers"))).isEqualTo(Duration.ofSeconds(20));

        time.sleep(Duration.ofSeconds(20));
        assertThat(patience.answer(request("GET", "/servers"))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_login_is_a_try_like_any_other() {
        assertThat(patience.answer(request("POST", "/v3/auth/tokens").forToken()))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_try_has_a_second_at_least_and_no_more_than_the_connection_has() {
        assertThat(patience.answering(Duration.ofSeconds(3)).answer(request("POST", "/servers")))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(patience.answering(Duration.ofMinutes(3))
                        .answering(Duration.ofMinutes(5))
                        .answer(request("GET", "/servers")))
                .isEqualTo(Duration.ofSeconds(10));

        time.sleep(Duration.ofSeconds(39));
        assertThat(patience.answer(request("GET", "/servers"))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_pause_takes_a_quarter_of_what_is_left_at_the_most_and_none_after_the_end() {
        assertThat(patience.pause(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
        assertThat(patience.pause(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(10));

        time.sleep(Duration.ofSeconds(41));
        assertThat(patience.pause(Duration.ofSeconds(2))).isZero();
    }

    @Test
    void it_is_over_at_the_deadline_or_when_nobody_waits() {
        assertThat(patience.isOver()).isFalse();
        assertThat(patience.whileWanted(() -> false).isOver()).isTrue();
        assertThat(Patience.standard().isOver()).isFalse();

        time.sleep(Duration.ofSeconds(40));
        assertThat(patience.isOver()).isTrue();
        time.sleep(Duration.ofSeconds(1));
        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void who_asks_once_has_as_long_for_it() {
        assertThat(patience.once().repeats()).isFalse();
        assertThat(patience.once().answer(request("GET", "/servers"))).isEqualTo(Duration.ofSeconds(10));
    }

    private static Request request(String method, String path) {
        return new Request(method, URI.create("http://cloud" + path), Map.of(), Optional.empty());
    }
}
