package io.github.openstackmaven.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.http.TokenSource;
import io.github.openstackmaven.http.Transport;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                .containsExactly(
                        new Flavor("1", "m1.tiny", 1, 512, 1, Optional.empty(), Optional.empty()),
                        new Flavor("2", "m1.small", 1, 2048, 20, Optional.empty(), Optional.empty()));
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_link_to_an_empty_page_is_the_end() {
        ComputeClient compute = compute(Map.of("http://cloud/v2.1/flavors/detail", """
                {"flavors": [], "flavors_links": [{"rel": "next", "href": "http://cloud/v2.1/flavors/detail?marker=1"}]}"""));

        assertThat(compute.flavors()).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_create_sends_the_least_microversion_that_knows_what_is_asked() {
        assertThat(microversions(Optional.empty(), List.of(), Optional.empty())).containsOnlyNulls();
        assertThat(microversions(Optional.of("for tests"), List.of(), Optional.empty()))
                .containsExactly("compute 2.19");
        assertThat(microversions(Optional.of("for tests"), List.of("ci"), Optional.empty()))
                .containsExactly("compute 2.52");
    }

    @Test
    void a_default_microversion_is_sent_where_nothing_asks_for_a_later_one() {
        Optional<Microversion> standard = Optional.of(Microversion.parse("2.30"));

        assertThat(microversions(Optional.of("for tests"), List.of(), standard)).containsExactly("compute 2.30");
        assertThat(microversions(Optional.empty(), List.of("ci"), standard)).containsExactly("compute 2.52");
    }

    @Test
    void the_latest_is_asked_for_by_its_name_and_none_is_later() {
        Optional<Microversion> latest = Optional.of(Microversion.parse("latest"));

        assertThat(microversions(Optional.of("for tests"), List.of("ci"), latest))
                .containsExactly("compute latest");
        assertThat(Microversion.parse("2.999")).isLessThan(Microversion.LATEST);
    }

    @Test
    void a_nova_that_is_too_old_is_told_with_feature_needed_and_offered() {
        ComputeClient old = client(
                request -> new Response(406, HttpHeaders.of(Map.of(), (name, value) -> true), """
                        {"computeFault": {"code": 406, "message":
                         "Version 2.52 is not supported by the API. Minimum is 2.1 and maximum is 2.38."}}"""), Optional.empty());

        assertThatThrownBy(() -> old.create(create(Optional.empty(), List.of("ci"))))
                .hasMessageStartingWith(
                        "This cloud's Nova is too old for what is asked: <tags> needs microversion 2.52,"
                                + " and it offers 2.1 to 2.38.");
    }

    private static List<String> microversions(
            Optional<String> description, List<String> tags, Optional<Microversion> standard) {
        List<String> sent = new ArrayList<>();
        client(
                        request -> {
                            sent.add(request.headers().get("OpenStack-API-Version"));
                            return new Response(
                                    202,
                                    HttpHeaders.of(Map.of(), (name, value) -> true),
                                    "{\"server\": {\"id\": \"s1\"}}");
                        },
                        standard)
                .create(create(description, tags));
        return sent;
    }

    private static ServerRequest create(Optional<String> description, List<String> tags) {
        return new ServerRequest(
                ServerCreate.builder("web", "f")
                        .imageRef(Optional.of("i"))
                        .description(description)
                        .tags(tags)
                        .build(),
                Map.of());
    }

    private static ComputeClient client(Transport transport, Optional<Microversion> standard) {
        return new ComputeClient(
                new ServiceClient("compute", URI.create("http://cloud/v2.1"), transport, new OneToken()), standard);
    }

    private ComputeClient compute(Map<String, String> answers) {
        return new ComputeClient(
                new ServiceClient(
                        "compute",
                        URI.create("http://cloud/v2.1"),
                        request -> answer(answers, request),
                        new OneToken()),
                Optional.empty());
    }

    private Response answer(Map<String, String> answers, Request request) {
        asked.add(request.uri().toString());
        return new Response(
                200,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                answers.getOrDefault(request.uri().toString(), ""));
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
