package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.SteppedTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
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
            new RetryingTransport(request -> answers.pop().get(), new RetryPolicy(2, 2), time);

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

    private static Supplier<Response> status(int status) {
        return () -> new Response(status, HttpHeaders.of(Map.of(), (name, value) -> true), "");
    }

    private static Supplier<Response> failure(String message) {
        return () -> {
            throw new UnreachableException(message, "", true, false, new IOException());
        };
    }
}
