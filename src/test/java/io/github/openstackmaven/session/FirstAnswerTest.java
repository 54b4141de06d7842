package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.http.Exchange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What who waits for a cloud that does not answer is told. */
class FirstAnswerTest {
    private final List<String> told = new ArrayList<>();
    private final FirstAnswer first = new FirstAnswer(told::add);

    @Test
    void a_cloud_that_nobody_reaches_is_told_once_when_it_is_asked_again() {
        first.accept(unanswered());
        assertThat(told).isEmpty();

        first.accept(unanswered());
        first.accept(unanswered());
        assertThat(told).containsExactly("connection refused. It is asked again, as a rule for a minute");
    }

    @Test
    void once_it_has_answered_other_lines_tell_what_is_waited_for() {
        first.accept(unanswered());
        first.accept(exchange(Optional.of(503), Optional.empty()));
        first.accept(unanswered());
        first.accept(unanswered());

        assertThat(told).isEmpty();
    }

    private static Exchange unanswered() {
        return exchange(Optional.empty(), Optional.of("connection refused"));
    }

    private static Exchange exchange(Optional<Integer> status, Optional<String> error) {
        return new Exchange(
                "POST",
                URI.create("http://cloud:5000/v3/auth/tokens"),
                status,
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty(),
                error);
    }
}
