package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bodies are answers of the services of OpenStack Zed. */
class ErrorBodyTest {
    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(
                        "{\"error\":{\"code\":401,\"message\":\"The request you have made requires authentication.\",\"title\":\"Unauthorized\"}}",
                        "The request you have made requires authentication."),
                Arguments.of(
                        "{\"forbidden\": {\"code\": 403, \"message\": \"Quota exceeded for instances: Requested 1, but already used 20 of 20 instances\"}}",
                        "Quota exceeded for instances: Requested 1, but already used 20 of 20 instances"),
                Arguments.of(
                        "{\"NeutronError\": {\"type\": \"NetworkNotFound\", \"message\": \"Network x could not be found.\", \"detail\": \"\"}}",
                        "Network x could not be found."),
                Arguments.of(
                        "<html>\n <head>\n  <title>404 Not Found</title>\n </head>\n <body>\n  <h1>404 Not Found</h1>\n  Failed to find image x to delete<br /><br />\n </body>\n</html>",
                        "Failed to find image x to delete"),
                Arguments.of(
                        "{\"message\": \"Image status transition from active to queued is not allowed<br /><br />\\n\\n\\n\", \"code\": \"409 Conflict\", \"title\": \"Conflict\"}",
                        "Image status transition from active to queued is not allowed"),
                Arguments.of(
                        "{\"badRequest\": {\"code\": 400, \"message\": \"No <name> where size < 5 and > 3 \"}}",
                        "No <name> where size < 5 and > 3"),
                Arguments.of(
                        "{\"error\":\"unauthorized_client\",\"error_description\":\"Client not enabled to retrieve service account\"}",
                        "unauthorized_client: Client not enabled to retrieve service account"),
                Arguments.of("{\"error\":\"invalid_client\"}", "invalid_client"),
                Arguments.of("", "nothing but the status"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void the_clouds_own_words_are_found_in_each_services_shape(String body, String words) {
        assertThat(ErrorBody.words(answer(body))).isEqualTo(words);
    }

    @Test
    void a_page_of_any_length_stays_a_message() {
        assertThat(ErrorBody.words(answer("x".repeat(9000)))).hasSize(501);
    }

    private static Response answer(String body) {
        return new Response(400, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }
}
