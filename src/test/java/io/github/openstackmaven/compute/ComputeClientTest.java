package io.github.openstackmaven.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.http.TokenSource;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComputeClientTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void flavors_are_read_to_the_last_page() {
        ComputeClient compute = compute(
                Map.of("http://cloud/v2.1/flavors/detail", """
                {"flavors": [{"id": "1", "name": "m1.tiny", "vcpus": 1, "ram": 512, "disk": 1}],
                 "flavors_links": [{"rel": "next", "href": "http://inside:8774/v2.1/flavors/detail?limit=1&marker=1"}]}""", "http://cloud/v2.1/flavors/detail?marker=1", """
                {"flavors": [{"id": "2", "name": "m1.small", "vcpus": 1, "ram": 2048, "disk": 20}]}"""));

        assertThat(compute.flavors())
                .containsExactly(new Flavor("1", "m1.tiny", 1, 512, 1), new Flavor("2", "m1.small", 1, 2048, 20));
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_link_to_an_empty_page_is_the_end() {
        ComputeClient compute = compute(Map.of("http://cloud/v2.1/flavors/detail", """
                {"flavors": [], "flavors_links": [{"rel": "next", "href": "http://cloud/v2.1/flavors/detail?marker=1"}]}"""));

        assertThat(compute.flavors()).isEmpty();
        assertThat(asked).hasSize(1);
    }

    private ComputeClient compute(Map<String, String> answers) {
        return new ComputeClient(new ServiceClient(
                "compute", URI.create("http://cloud/v2.1"), request -> answer(answers, request), new OneToken()));
    }

    private Response answer(Map<String, String> answers, Request request) {
        asked.add(request.uri().toString());
        return new Response(
                200,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                answers.get(request.uri().toString()));
    }

    private record OneToken() implements TokenSource {
        @Override
        public Secret token() {
            return Secret.of("t");
        }

        @Override
        public Secret renew(Secret rejected) {
            return rejected;
        }
    }
}
