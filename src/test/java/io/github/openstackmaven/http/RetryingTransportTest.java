package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.SteppedTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RetryingTransportTest {
    private static final Request GET = new Request("GET", URI.create("http://cloud/"), Map.of(), Optional.empty());

    private final Deque<Supplier<Response>> answers = new ArrayDeque<>();
    private final SteppedTime time = new SteppedTime();
    private final Transport transport =
            new RetryingTransport(this::answer, new RetryPolicy(retries(2), retries(2)), time, pause -> pause);
    private final List<Duration> limits = new ArrayList<>();

    @Test
    void a_busy_service_is_asked_again_after_a_pause() {
        answers.addAll(List.of(status(503), status(503), status(200)));

        assertThat(transport.send(GET).status()).isEqualTo(200);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void a_service_that_stays_busy_has_the_last_word() {
        answers.addAll(List.of(status(503), status(503), status(503)));

        assertThat(transport.send(GET).status()).isEqualTo(503);
    }

    @Test
    void the_last_failure_tells_of_the_earlier_ones() {
        answers.addAll(List.of(failure("first"), failure("second"), failure("third")));

        assertThatThrownBy(() -> transport.send(GET))
                .hasMessage("third")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .satisfies(second -> assertThat(second)
                                .hasMessage("second")
                                .satisfies(one -> assertThat(one.getSuppressed())
                                        .singleElement()
                                        .extracting(Throwable::getMessage)
                                        .isEqualTo("first"))));
    }

    @Test
    void a_wait_that_a_service_asks_for_leaves_time_for_another_try_before_the_deadline() {
        answers.addAll(List.of(status(429, "60"), status(200)));

        Instant deadline = time.now().plusSeconds(40);
        assertThat(transport.send(GET.with(Patience.until(deadline, time))).status())
                .isEqualTo(200);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void nothing_is_tried_again_after_the_deadline() {
        answers.addAll(List.of(failure("late"), status(200)));

        assertThatThrownBy(() -> transport.send(GET.with(Patience.until(time.now(), time))))
                .hasMessage("late");
    }

    @Test
    void who_looks_again_himself_is_told_at_once() {
        answers.addAll(List.of(status(503), status(200)));

        assertThat(transport.send(GET.with(Patience.standard().once())).status())
                .isEqualTo(503);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void each_try_leaves_time_for_another_and_a_create_for_the_look_whether_it_was_heeded() {
        Patience forty = Patience.until(time.now().plusSeconds(40), time).once();
        answers.addAll(List.of(status(200), status(200)));

        transport.send(GET.with(forty));
        transport.send(new Request("POST", URI.create("http://cloud/servers"), Map.of(), Optional.empty()).with(forty));

        assertThat(limits).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @Test
    void a_question_that_hangs_at_first_is_asked_again_and_given_its_time_then() {
        answers.addAll(List.of(failure("hangs"), status(200)));

        transport.send(GET);

        assertThat(limits.get(0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(limits.get(1)).isGreaterThan(Duration.ofMinutes(1));
    }

    private Response answer(Request request) {
        limits.add(request.patience().answer(request));
        return answers.pop().get();
    }

    private static Supplier<Response> status(int status, String retryAfter) {
        return () -> new Response(
                status, HttpHeaders.of(Map.of("Retry-After", List.of(retryAfter)), (name, value) -> true), "");
    }

    private static Supplier<Response> status(int status) {
        return () -> new Response(status, HttpHeaders.of(Map.of(), (name, value) -> true), "");
    }

    private static Supplier<Response> failure(String message) {
        return () -> {
            throw new UnreachableException(message, "", true, false, new IOException());
        };
    }

    private static Retries retries(int most) {
        return new Retries(Optional.of(most), Optional.empty());
    }
}
