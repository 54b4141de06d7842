package io.github.openstackmaven.network;

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
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkClientTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void a_list_that_the_cloud_cuts_into_pages_is_read_to_the_end_with_its_filters() {
        NetworkClient networks =
                new NetworkClient(neutron(Map.of("/networks?name=lan", """
                {"networks": [{"id": "n1", "name": "lan"}],
                 "networks_links": [
                   {"rel": "next", "href": "http://inside:9696/v2.0/networks?name=lan&limit=1&marker=n1"},
                   {"rel": "previous", "href": "http://inside:9696/v2.0/networks?marker=n1&page_reverse=True"}]}""", "/networks?name=lan&marker=n1", """
                {"networks": [{"id": "n2", "name": "lan"}], "networks_links": []}""")));

        assertThat(networks.byName("lan")).extracting(Network::id).containsExactly("n1", "n2");
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_link_to_an_empty_page_is_the_end() {
        PortClient ports = new PortClient(neutron(Map.of("/ports", """
                {"ports": [], "ports_links": [{"rel": "next", "href": "http://cloud/v2.0/ports?marker=p1"}]}""")));

        assertThat(ports.all()).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_cloud_that_cannot_tell_the_use_of_its_quota_tells_nothing() {
        assertThat(new NetworkClient(neutron(Map.of())).quota("p")).isEmpty();
    }

    private ServiceClient neutron(Map<String, String> answers) {
        return new ServiceClient(
                "network", URI.create("http://cloud/v2.0"), request -> answer(answers, request), new OneToken());
    }

    private Response answer(Map<String, String> answers, Request request) {
        String path = request.uri().toString().substring("http://cloud/v2.0".length());
        asked.add(path);
        return new Response(
                answers.containsKey(path) ? 200 : 404,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                answers.getOrDefault(path, "{}"));
    }

    private record OneToken() implements TokenSource {
        @Override
        public Optional<Secret> token() {
            return Optional.of(Secret.of("t"));
        }

        @Override
        public Optional<Secret> renew(Optional<Secret> rejected) {
            return rejected;
        }
    }
}
