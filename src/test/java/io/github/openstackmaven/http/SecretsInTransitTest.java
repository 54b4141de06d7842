package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.config.Secret;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever secret is used is known, whether it was in the settings or came from the cloud. */
class SecretsInTransitTest {
    private final List<String> known = new ArrayList<>();
    private Response answer = new Response(200, HttpHeaders.of(Map.of(), (name, value) -> true), "{}");

    @Test
    void tokens_and_bearers() {
        answer = new Response(
                201, HttpHeaders.of(Map.of("X-Subject-Token", List.of("t1")), (name, value) -> true), "{}");
        send(Map.of("Authorization", "Bearer b1"), "{}");
        send(Map.of("X-Auth-Token", "t2"), "{}");

        assertThat(known).contains("b1", "t1", "t2");
    }

    @Test
    void the_passwords_of_servers_as_they_are_and_not_as_json_writes_them() {
        answer = new Response(202, answer.headers(), "{\"server\": {\"id\": \"s1\", \"adminPass\": \"a\\\"b\"}}");
        send(Map.of(), "{\"server\":{\"adminPass\":\"given\"}}");

        assertThat(known).containsExactly("given", "a\"b");
    }

    private void send(Map<String, String> headers, String body) {
        new SecretsInTransit(request -> answer, (Secret secret) -> known.add(secret.reveal()))
                .send(new Request("POST", URI.create("http://cloud/servers"), headers, Optional.of(body)));
    }
}
