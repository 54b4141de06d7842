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
import io.github.openstackmaven.http.UnreadableAnswerException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        new Flavor("1", "m1.tiny", 1, 512, 1, Optional.empty(), Optional.empty(), Map.of()),
                        new Flavor("2", "m1.small", 1, 2048, 20, Optional.empty(), Optional.empty(), Map.of()));
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

    @ParameterizedTest
    @CsvSource({
        "'Multiattach volumes are only supported starting with compute API version 2.60.', compute 2.60",
        "'Creating servers with ports having resource requests, like a port with a QoS minimum bandwidth policy, is not"
                + " supported until microversion 2.72.', compute 2.72"
    })
    void a_create_is_asked_for_again_in_the_microversion_that_nova_wants_for_it(String words, String wanted) {
        List<Optional<String>> sent = new ArrayList<>();
        ComputeClient compute = client(
                request -> {
                    sent.add(Optional.ofNullable(request.headers().get("OpenStack-API-Version")));
                    return sent.size() == 1
                            ? answer(400, "{\"badRequest\": {\"code\": 400, \"message\": \"" + words + "\"}}")
                            : answer(202, "{\"server\": {\"id\": \"s1\"}}");
                },
                Optional.empty());

        assertThat(compute.create(create(Optional.empty(), List.of())).id()).isEqualTo("s1");

        assertThat(sent).containsExactly(Optional.empty(), Optional.of(wanted));
    }

    @Test
    void a_create_that_is_refused_for_anything_else_is_asked_for_once() {
        List<Request> sent = new ArrayList<>();
        ComputeClient compute = client(
                request -> {
                    sent.add(request);
                    return answer(
                            400, "{\"badRequest\": {\"code\": 400, \"message\": \"No microversion will help.\"}}");
                },
                Optional.empty());

        assertThatThrownBy(() -> compute.create(create(Optional.empty(), List.of())))
                .hasMessageContaining("No microversion will help.");
        assertThat(sent).hasSize(1);
    }

    private static Response answer(int status, String body) {
        return new Response(status, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }

    @Test
    void the_id_of_an_image_is_in_the_body_or_where_it_was_before() {
        assertThat(imageOf("{\"image_id\": \"i1\"}", Map.of())).isEqualTo("i1");
        assertThat(imageOf("", Map.of("Location", "http://inside:9292//images/i1")))
                .isEqualTo("i1");
        assertThat(imageOf("", Map.of("location", "https://cloud/image/v2/images/i1/ ")))
                .isEqualTo("i1");
    }

    @Test
    void an_image_whose_id_is_not_told_is_an_error() {
        assertThatThrownBy(() -> imageOf("", Map.of())).isInstanceOf(UnreadableAnswerException.class);
        assertThatThrownBy(() -> imageOf("{\"image_id\": \"\"}", Map.of("Location", "http://cloud/")))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void actions_are_sent_as_nova_wants_them() {
        List<String> bodies = new ArrayList<>();
        ComputeClient compute = client(
                request -> {
                    bodies.add(request.uri().getPath() + " " + request.body().orElseThrow());
                    return new Response(202, HttpHeaders.of(Map.of(), (name, value) -> true), "");
                },
                Optional.empty());

        compute.stop("s1");
        assertThatThrownBy(() -> compute.createImage("s1", "image", Map.of("maven:build", "b", "empty", "")));

        assertThat(bodies.get(0)).isEqualTo("/v2.1/servers/s1/action {\"os-stop\":null}");
        assertThat(bodies.get(1))
                .startsWith("/v2.1/servers/s1/action {\"createImage\":{\"name\":\"image\",\"metadata\":{")
                .contains("\"maven:build\":\"b\"", "\"empty\":\"\"");
    }

    private static String imageOf(String body, Map<String, String> headers) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return client(request -> new Response(202, HttpHeaders.of(all, (name, value) -> true), body), Optional.empty())
                .createImage("s1", "image", Map.of());
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
