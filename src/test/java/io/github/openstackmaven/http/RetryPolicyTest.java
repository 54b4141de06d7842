package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String OVER_LIMIT = """
            {"overLimit": {"code": 413, "message": "This request was rate-limited.", "retryAfter": "1"}}""";
    private static final String VOLUME_QUOTA = """
            {"overLimit": {"code": 413, "retryAfter": "0",
             "message": "VolumeLimitExceeded: Maximum number of volumes allowed (10) exceeded for quota 'volumes'."}}""";
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final RetryPolicy POLICY = new RetryPolicy(retries(2), retries(3));

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void a_question_is_asked_again_when_the_service_is_busy(int status) {
        assertThat(POLICY.after(request("GET"), response(status, Map.of()), 1, AT_ONCE, NOW))
                .contains(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 409, 413, 501})
    void any_other_answer_is_taken_as_it_is(int status) {
        assertThat(POLICY.after(request("GET"), response(status, Map.of()), 1, AT_ONCE, NOW))
                .isEmpty();
    }

    @Test
    void a_create_is_repeated_only_when_it_was_certainly_not_heeded() {
        assertThat(POLICY.after(request("POST"), response(503, Map.of()), 1, AT_ONCE, NOW))
                .isEmpty();
        assertThat(POLICY.after(request("POST"), response(429, Map.of()), 1, AT_ONCE, NOW))
                .isPresent();
        assertThat(POLICY.after(request("POST"), failure(true, true), 1, AT_ONCE))
                .isEmpty();
        assertThat(POLICY.after(request("POST"), failure(true, false), 1, AT_ONCE))
                .isPresent();
    }

    @Test
    void a_token_is_asked_for_again() {
        Request login = request("POST").forToken();

        assertThat(POLICY.after(login, response(503, Map.of()), 1, AT_ONCE, NOW))
                .isPresent();
    }

    @Test
    void waits_grow_and_end() {
        assertThat(POLICY.after(request("GET"), response(503, Map.of()), 2, AT_ONCE, NOW))
                .contains(Duration.ofSeconds(1));
        assertThat(POLICY.after(request("GET"), response(503, Map.of()), 3, AT_ONCE, NOW))
                .contains(Duration.ofSeconds(2));
        assertThat(POLICY.after(request("GET"), response(503, Map.of()), 4, AT_ONCE, NOW))
                .isEmpty();
        assertThat(POLICY.after(request("GET"), failure(true, false), 3, AT_ONCE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, PT7S", "0, PT0.5S", "3600, PT1M", "'Tue, 24 Nov 2026 12:00:09 GMT', PT9S", "soon, PT0.5S"})
    void the_service_says_itself_how_long_to_wait(String retryAfter, Duration wait) {
        assertThat(POLICY.after(
                        request("GET"), response(429, Map.of("Retry-After", List.of(retryAfter))), 1, AT_ONCE, NOW))
                .contains(wait);
    }

    @Test
    void waits_are_ten_seconds_at_the_most_and_a_minute_in_all() {
        RetryPolicy standard = new RetryPolicy(Retries.standard(), Retries.standard());

        assertThat(standard.after(request("GET"), response(503, Map.of()), 5, Duration.ofSeconds(16), NOW))
                .contains(Duration.ofSeconds(8));
        assertThat(standard.after(request("GET"), response(503, Map.of()), 6, Duration.ofSeconds(50), NOW))
                .contains(Duration.ofSeconds(10));
        assertThat(standard.after(request("GET"), response(503, Map.of()), 6, Duration.ofMillis(50_001), NOW))
                .isEmpty();
        assertThat(standard.after(request("GET"), response(503, Map.of()), 1000, AT_ONCE, NOW))
                .contains(Duration.ofSeconds(10));
    }

    @Test
    void a_time_that_is_past_asks_for_no_more_than_the_usual_wait() {
        assertThat(POLICY.after(
                        request("GET"),
                        response(429, Map.of("Retry-After", List.of("Tue, 24 Nov 2026 11:59:00 GMT"))),
                        1,
                        AT_ONCE,
                        NOW))
                .contains(Duration.ofMillis(500));
    }

    @Test
    void who_says_at_once_each_time_is_left_alone_longer_each_time() {
        Response atOnce = response(429, Map.of("Retry-After", List.of("0")));

        assertThat(POLICY.after(request("POST"), atOnce, 3, AT_ONCE, NOW)).contains(Duration.ofSeconds(2));
    }

    @Test
    void what_will_not_pass_is_not_tried_again() {
        assertThat(POLICY.after(request("GET"), failure(false, false), 1, AT_ONCE))
                .isEmpty();
    }

    @Test
    void no_retries_are_no_retries() {
        assertThat(new RetryPolicy(retries(0), retries(0))
                        .after(request("GET"), response(503, Map.of()), 1, AT_ONCE, NOW))
                .isEmpty();
        assertThat(new RetryPolicy(retries(0), retries(0)).after(request("GET"), failure(true, false), 1, AT_ONCE))
                .isEmpty();
    }

    @Test
    void a_defect_of_the_service_is_given_three_tries_and_a_create_one() {
        assertThat(POLICY.after(request("GET"), response(500, Map.of()), 2, AT_ONCE, NOW))
                .isPresent();
        assertThat(new RetryPolicy(Retries.standard(), Retries.standard())
                        .after(request("GET"), response(500, Map.of()), 3, AT_ONCE, NOW))
                .isEmpty();
        assertThat(POLICY.after(request("POST"), response(500, Map.of()), 1, AT_ONCE, NOW))
                .isEmpty();
    }

    @Test
    void a_page_in_the_place_of_an_answer_is_given_five_tries_and_a_create_one() {
        Response page = response(200, Map.of(), "<html>Sign in</html>");
        Predicate<Response> json = answer -> answer.body().startsWith("{");

        assertThat(new RetryPolicy(Retries.standard(), Retries.standard())
                        .after(request("GET").wanting(json), page, 4, AT_ONCE, NOW))
                .isPresent();
        assertThat(new RetryPolicy(Retries.standard(), Retries.standard())
                        .after(request("GET").wanting(json), page, 5, AT_ONCE, NOW))
                .isEmpty();
        assertThat(new RetryPolicy(Retries.standard(), Retries.standard())
                        .after(request("POST").wanting(json), page, 1, AT_ONCE, NOW))
                .isEmpty();
    }

    @Test
    void over_limit_is_the_elder_of_too_many_requests() {
        Map<String, List<String>> soon = Map.of("Retry-After", List.of("1"));

        assertThat(POLICY.after(request("POST"), response(413, soon, OVER_LIMIT), 1, AT_ONCE, NOW))
                .contains(Duration.ofSeconds(1));
        assertThat(POLICY.after(request("POST"), response(413, Map.of(), OVER_LIMIT), 1, AT_ONCE, NOW))
                .isEmpty();
        assertThat(POLICY.after(request("POST"), response(413, soon, VOLUME_QUOTA), 1, AT_ONCE, NOW))
                .isEmpty();
        Map<String, List<String>> atOnce = Map.of("Retry-After", List.of("0"));
        assertThat(POLICY.after(request("POST"), response(413, atOnce, "any words"), 1, AT_ONCE, NOW))
                .as("Cinder says so of whatever quota")
                .isEmpty();
    }

    @Test
    void where_the_settings_say_nothing_it_is_tried_for_a_minute() {
        RetryPolicy standard = new RetryPolicy(Retries.standard(), Retries.standard());
        Request get = request("GET");

        assertThat(standard.after(get, response(503, Map.of()), 9, Duration.ofSeconds(50), NOW))
                .contains(Duration.ofSeconds(10));
        assertThat(standard.after(get, response(503, Map.of()), 2, Duration.ofSeconds(60), NOW))
                .isEmpty();
        assertThat(standard.after(get, failure(true, false), 9, Duration.ofSeconds(50)))
                .isPresent();
        assertThat(standard.after(get, failure(true, false), 2, Duration.ofSeconds(60)))
                .isEmpty();
    }

    @Test
    void the_settings_may_say_how_long_the_pauses_are() {
        Retries everySecond = new Retries(Optional.of(5), Optional.of(Duration.ofSeconds(1)));

        assertThat(new RetryPolicy(everySecond, everySecond).after(request("GET"), failure(true, false), 4, AT_ONCE))
                .contains(Duration.ofSeconds(1));
    }

    private static Request request(String method) {
        return new Request(method, URI.create("http://cloud/servers"), Map.of(), Optional.empty());
    }

    private static Response response(int status, Map<String, List<String>> headers) {
        return response(status, headers, "");
    }

    private static Response response(int status, Map<String, List<String>> headers, String body) {
        return new Response(status, HttpHeaders.of(headers, (name, value) -> true), body);
    }

    private static UnreachableException failure(boolean passing, boolean mayHaveArrived) {
        return new UnreachableException("no", "", passing, mayHaveArrived, new IOException());
    }

    private static Retries retries(int most) {
        return new Retries(Optional.of(most), Optional.empty());
    }
}
