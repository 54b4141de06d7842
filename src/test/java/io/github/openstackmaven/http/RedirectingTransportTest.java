package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a token and a password go when a service has moved. */
class RedirectingTransportTest {
    private static final Request LOGIN = new Request(
            "POST",
            URI.create("http://cloud:5000/v3/auth/tokens"),
            Map.of("X-Auth-Token", "t"),
            Optional.of("a password"));

    private final List<Request> sent = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_service_that_moved_is_asked_there_the_same_way(int status) {
        Response response = send(status, "https://cloud/identity/v3/auth/tokens");

        assertThat(response.status()).isEqualTo(200);
        assertThat(sent.get(1).uri()).hasToString("https://cloud/identity/v3/auth/tokens");
        assertThat(sent.get(1).method()).isEqualTo("POST");
        assertThat(sent.get(1).body()).contains("a password");
        assertThat(sent.get(1).headers()).containsEntry("X-Auth-Token", "t");
    }

    @Test
    void a_location_may_be_a_path() {
        send(301, "/identity/v3/auth/tokens");

        assertThat(sent.get(1).uri()).hasToString("http://cloud:5000/identity/v3/auth/tokens");
    }

    @ParameterizedTest
    @CsvSource({"https://elsewhere/v3", "http://cloud.evil.example/v3", "//elsewhere/v3", "ftp://cloud/", "'::'", "''"})
    void nothing_is_sent_to_another_host(String location) {
        assertThat(send(302, location).status()).isIn(302, 200);
        assertThat(sent).allMatch(request -> request.uri().getHost().equals("cloud"));
    }

    @Test
    void nothing_goes_from_https_to_http() {
        Request secure = LOGIN.to(URI.create("https://cloud:5000/v3/auth/tokens"));

        assertThat(send(secure, 301, "http://cloud:5000/v3/auth/tokens").status())
                .isEqualTo(301);
        assertThat(sent).hasSize(1);
    }

    @Test
    void who_sends_in_circles_has_the_last_word() {
        RedirectingTransport transport = new RedirectingTransport(request -> {
            sent.add(request);
            return moved(301, "/v3/auth/tokens");
        });

        assertThat(transport.send(LOGIN).status()).isEqualTo(301);
        assertThat(sent).hasSize(6);
    }

    @Test
    void where_it_was_not_followed_to_is_told() {
        HttpStatusException e =
                new HttpStatusException("identity", LOGIN, moved(302, "https://portal.example/login?next=v3"));

        assertThat(e.getMessage())
                .isEqualTo("The identity service sends elsewhere, to https://portal.example/login?next=v3 (HTTP 302, "
                        + "POST http://cloud:5000/v3/auth/tokens)");
        assertThat(e.advice()).contains("auth_url").contains("token");
    }

    private Response send(int status, String location) {
        return send(LOGIN, status, location);
    }

    private Response send(Request request, int status, String location) {
        return new RedirectingTransport(one -> {
                    sent.add(one);
                    return sent.size() == 1 ? moved(status, location) : answer(200, Map.of());
                })
                .send(request);
    }

    private static Response moved(int status, String location) {
        return answer(status, Map.of("Location", List.of(location)));
    }

    private static Response answer(int status, Map<String, List<String>> headers) {
        return new Response(status, HttpHeaders.of(headers, (name, value) -> true), "");
    }
}
