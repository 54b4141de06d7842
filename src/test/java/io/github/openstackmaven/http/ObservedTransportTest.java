package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.SteppedTime;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservedTransportTest {
    private static final Request REQUEST = new Request(
            "POST", URI.create("http://cloud/v3/auth/tokens"), Map.of("X-Auth-Token", "t0ken"), Optional.of("s3cret"));

    private final SteppedTime time = new SteppedTime();
    private final List<Exchange> told = new ArrayList<>();
    private final List<String> traced = new ArrayList<>();

    @Test
    void each_request_is_told_with_its_status_time_and_id() {
        Response answer = observed(request -> answer(201)).send(REQUEST);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(told)
                .containsExactly(new Exchange(
                        "POST",
                        REQUEST.uri(),
                        Optional.of(201),
                        SteppedTime.START,
                        Duration.ofMillis(120),
                        Optional.of("req-1"),
                        Optional.empty()));
        assertThat(told.get(0).failed()).isFalse();
        assertThat(traced).containsExactly("POST http://cloud/v3/auth/tokens 201 120 ms req-1");
    }

    @Test
    void neither_headers_nor_bodies_are_told() {
        observed(request -> answer(201)).send(REQUEST);

        assertThat(told + "" + traced).doesNotContain("t0ken").doesNotContain("s3cret");
    }

    @Test
    void a_refusal_counts_as_failed() {
        observed(request -> answer(404)).send(REQUEST);

        assertThat(told.get(0).failed()).isTrue();
    }

    @Test
    void a_request_without_an_answer_is_told_too() {
        Transport nobody = observed(request -> {
            throw new UnreachableException("Cannot reach cloud", "", true, false, new ConnectException());
        });

        assertThatThrownBy(() -> nobody.send(REQUEST)).isInstanceOf(UnreachableException.class);
        assertThat(told.get(0).status()).isEmpty();
        assertThat(told.get(0).error()).contains("Cannot reach cloud");
        assertThat(told.get(0).failed()).isTrue();
        assertThat(traced).containsExactly("POST http://cloud/v3/auth/tokens no answer 120 ms");
    }

    private Transport observed(Transport transport) {
        Transport slow = request -> {
            time.sleep(Duration.ofMillis(120));
            return transport.send(request);
        };
        return new ObservedTransport(slow, time, exchange -> {
            told.add(exchange);
            new Trace(traced::add).accept(exchange);
        });
    }

    private static Response answer(int status) {
        return new Response(
                status, HttpHeaders.of(Map.of("x-openstack-request-id", List.of("req-1")), (name, value) -> true), "");
    }
}
