package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.openstackmaven.Mutants;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a service, or what stands in its place, writes: it is read, or it is no answer. */
class ForeignAnswersTest {
    private static final Request REQUEST =
            new Request("GET", URI.create("http://cloud/servers"), Map.of(), Optional.empty());
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    record Anything(
            Optional<Instant> at,
            Optional<Integer> number,
            @OrEmpty List<String> list,
            @OrEmpty String text) {}

    @Test
    void json() {
        List<String> sound = List.of("""
                {"at": "2026-01-01T00:00:00Z", "number": 5, "list": ["a", "b"], "text": "t", "other": {"a": [1, 2]}}""", """
                {"at": "2026-01-01T00:00:00.000000"}""", "[1, 2]", "\"text\"");

        Mutants.of(
                sound,
                text -> Json.parse(text)
                        .ifPresent(tree -> assertThat(tree.toString()).isNotEmpty()));
        Mutants.of(sound, text -> Json.read(text, Anything.class));
        Mutants.of(
                sound,
                text -> Json.answer(text, Anything.class)
                        .ifPresent(read -> assertThat(read.list()).doesNotContainNull()));
        Mutants.of(sound, text -> Json.read(text, new TypeReference<Map<String, Object>>() {}));
    }

    @Test
    void errors() {
        List<String> sound = List.of(
                "{\"error\": {\"message\": \"no\", \"code\": 401, \"title\": \"Unauthorized\"}}",
                "{\"forbidden\": {\"message\": \"no\", \"code\": 403}}",
                "{\"NeutronError\": {\"message\": \"no\", \"type\": \"t\", \"detail\": \"\"}}",
                "{\"message\": \"no\"}",
                "<html><head><title>404</title></head><body><h1>404 Not Found</h1> There is no such page.<br/></body></html>",
                "");

        Mutants.of(sound, text -> {
            HttpStatusException e = new HttpStatusException("compute", REQUEST, answer(403, Map.of(), text));
            assertThat(e.words()).isNotEmpty().hasSizeLessThan(600);
        });
    }

    @Test
    void retry_after() {
        Mutants.of(
                List.of("5", "120", "Thu, 01 Jan 2026 00:01:00 GMT", "0"),
                text -> RetryPolicy.retryAfter(answer(429, Map.of("Retry-After", List.of(text)), ""), NOW)
                        .ifPresent(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofMinutes(1))));
    }

    @Test
    void microversions() {
        Mutants.of(List.of("2.1", "2.93", "3.70"), text -> {
            try {
                assertThat(Microversion.parse(text)).hasToString(canonical(text));
            } catch (NumberFormatException e) {
                assertThat(text.strip()).doesNotMatch("[0-9]{1,9}\\.[0-9]{1,9}");
            }
        });
    }

    @Test
    void links_to_the_next_page() {
        Mutants.of(List.of("http://cloud/v2.1/servers?limit=2&marker=s2", "/v2/images?marker=a%20b"), text -> {
            new ServiceClient(
                            "compute",
                            URI.create("http://cloud"),
                            request -> answer(200, Map.of(), Json.write(Map.of("items", List.of("a"), "next", text))),
                            new NoTokens())
                    .all("/things", Query.of(Map.of()), Things.class);
        });
    }

    record Things(List<String> items, Optional<String> next) implements Page<String> {}

    private static String canonical(String text) {
        return text.strip().replaceAll("(?<![0-9])0+(?=[0-9])", "");
    }

    private static Response answer(int status, Map<String, List<String>> headers, String body) {
        return new Response(status, HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
