package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.Time;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As many requests that change something at a time as a service bears. */
class AdaptiveLimitTest {
    private static final Retries TIRELESS = new Retries(Optional.of(1000), Optional.of(Duration.ofSeconds(1)));
    private static final Time STANDING = new Time() {
        @Override
        public Instant now() {
            return SteppedTime.START;
        }

        @Override
        public void sleep(Duration duration) {
            Thread.onSpinWait();
        }
    };

    private final AdaptiveLimit limit = new AdaptiveLimit();

    @Test
    void thirty_two_are_under_way_at_first_and_the_next_waits_until_one_is_answered() throws Exception {
        List<Long> entered = enter(32);

        assertThat(limit.enter(over())).isEmpty();

        limit.leave(entered.get(0), false);
        assertThat(limit.enter(over())).isPresent();
    }

    @Test
    void a_refusal_halves_it_once_for_all_that_were_under_way() throws Exception {
        enter(32).forEach(one -> limit.leave(one, true));

        assertThat(limit.places()).isEqualTo(16);
    }

    @Test
    void refusals_of_what_came_later_lower_it_further_but_one_may_always_be_sent() throws Exception {
        for (int times = 0; times < 20; times++) enter(1).forEach(one -> limit.leave(one, true));

        assertThat(limit.places()).isEqualTo(1);
    }

    @Test
    void answers_raise_it_again_up_to_a_bound() throws Exception {
        enter(1).forEach(one -> limit.leave(one, true));

        for (int answers = 0; answers < 17; answers++) enter(1).forEach(one -> limit.leave(one, false));
        assertThat(limit.places()).isEqualTo(17);

        for (int answers = 0; answers < 100_000; answers++) enter(1).forEach(one -> limit.leave(one, false));
        assertThat(limit.places()).isEqualTo(128);
    }

    @Test
    void a_service_that_bears_eight_at_a_time_gets_all_of_a_hundred() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger made = new AtomicInteger();
        Transport service = request -> {
            boolean tooMuch = underWay.incrementAndGet() > 8;
            Thread.onSpinWait();
            underWay.decrementAndGet();
            if (!tooMuch) made.incrementAndGet();
            return answered(tooMuch ? 429 : 202);
        };
        Transport patient = RetryingTransport.over(service, limit, new RetryPolicy(TIRELESS, TIRELESS), STANDING);

        List<Response> answers = new Concurrent(Executors.newCachedThreadPool())
                .all(IntStream.range(0, 100).boxed().toList(), number -> patient.send(post(Patience.standard())));

        assertThat(answers).extracting(Response::status).containsOnly(202);
        assertThat(made).hasValue(100);
    }

    @Test
    void what_changes_nothing_has_no_limit() throws Exception {
        enter(32);
        Request look = new Request("GET", URI.create("http://cloud/servers"), Map.of(), Optional.empty());

        assertThat(new LimitedTransport(request -> answered(200), limit)
                        .send(look)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_no_longer_wanted_is_not_sent() throws Exception {
        enter(32);
        AtomicBoolean wanted = new AtomicBoolean(false);
        Transport limited = new LimitedTransport(
                request -> {
                    throw new AssertionError("it was not to be sent");
                },
                limit);

        assertThatThrownBy(() -> limited.send(post(Patience.standard().whileWanted(wanted::get))))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("POST http://cloud/servers was not sent: 32 others were still under way")
                .matches(e -> !((UnreachableException) e).mayHaveArrived());
    }

    @Test
    void a_request_that_fails_gives_its_place_back() throws Exception {
        Transport limited = new LimitedTransport(
                request -> {
                    throw new UnreachableException("reset", "", true, true, new IOException());
                },
                limit);

        for (int times = 0; times < 100; times++) {
            assertThatThrownBy(() -> limited.send(post(Patience.standard()))).hasMessage("reset");
        }
        assertThat(limit.places()).isGreaterThanOrEqualTo(32);
    }

    private List<Long> enter(int times) throws InterruptedException {
        List<Long> entered = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            OptionalLong one = limit.enter(over());
            entered.add(one.orElseThrow());
        }
        return entered;
    }

    private static Patience over() {
        return Patience.standard().whileWanted(() -> false);
    }

    private static Request post(Patience patience) {
        return new Request("POST", URI.create("http://cloud/servers"), Map.of(), Optional.of("{}")).with(patience);
    }

    private static Response answered(int status) {
        return new Response(status, HttpHeaders.of(Map.of(), (name, value) -> true), "{}");
    }
}
