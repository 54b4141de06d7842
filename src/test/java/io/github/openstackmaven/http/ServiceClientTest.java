package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as an answer, and what does not. */
class ServiceClientTest {
    private static final String CLOUD = "http://cloud/v2.1";

    record Thing(String id, @OrEmpty String name, Optional<Integer> size, List<String> tags, int cores) {}

    record ThingBody(Thing thing) {}

    record ThingPage(
            @JsonProperty("things") List<Thing> items,
            @JsonProperty("things_links") Optional<List<Link>> links) implements Page<Thing> {
        @Override
        public Optional<String> next() {
            return Link.next(links);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"thing\": null}",
                "{\"thing\": {}}",
                "{\"thing\": {\"id\": null, \"tags\": [], \"cores\": 1}}",
                "{\"thing\": {\"id\": \"1\", \"cores\": 1}}",
                "{\"thing\": {\"id\": \"1\", \"tags\": null, \"cores\": 1}}",
                "{\"thing\": {\"id\": \"1\", \"tags\": [null], \"cores\": 1}}",
                "{\"thing\": {\"id\": \"1\", \"tags\": []}}",
                "{\"thing\": {\"id\": \"1\", \"tags\": [], \"cores\": null}}",
                "{\"thing\": {\"id\": \"1\", \"tags\": [], \"cores\": 99999999999}}",
                "{\"thing\": {\"id\": \"1\", \"tags\": [], \"co",
                "<html><title>Log in</title></html>"
            })
    void an_answer_without_what_it_must_have_is_no_answer(String body) {
        ServiceClient client = client(Map.of("/things/1", body, "/things", body));

        assertThatThrownBy(() -> client.find("/things/1", ThingBody.class))
                .isInstanceOf(UnreadableAnswerException.class);
        assertThatThrownBy(() -> client.get("/things/1", Map.of(), ThingBody.class))
                .isInstanceOf(UnreadableAnswerException.class);
        assertThatThrownBy(() -> client.post("/things", Map.of(), ThingBody.class))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void a_page_in_an_answers_place_does_not_say_that_it_was_done() {
        ServiceClient client = client(Map.of("/things/1", "<html><title>Log in</title></html>"));

        assertThatThrownBy(() -> client.delete("/things/1")).isInstanceOf(UnreadableAnswerException.class);
        assertThatThrownBy(() -> client.put("/things/1", Map.of())).isInstanceOf(UnreadableAnswerException.class);
        assertThatThrownBy(() -> client.post("/things/1", Map.of())).isInstanceOf(UnreadableAnswerException.class);
        assertThat(client(Map.of("/things/1", "")).delete("/things/1")).isTrue();
    }

    @Test
    void what_may_be_left_out_is_empty_whether_it_is_absent_or_null() {
        Thing lean = new Thing("1", "", Optional.empty(), List.of(), 1);

        assertThat(find("{\"thing\": {\"id\": \"1\", \"tags\": [], \"cores\": 1}}"))
                .contains(new ThingBody(lean));
        assertThat(find("{\"thing\": {\"id\": \"1\", \"name\": null, \"size\": null, \"tags\": [], \"cores\": 1}}"))
                .contains(new ThingBody(lean));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"things\": null}", "{\"things\": [null]}", "{\"things\": {}}", "[]", "null"})
    void a_list_that_is_not_there_is_not_an_empty_one(String body) {
        ServiceClient client = client(Map.of("/things", body));

        assertThatThrownBy(() -> client.all("/things", Query.of(Map.of()), ThingPage.class))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void an_unreadable_answer_is_told_by_service_request_and_field_and_says_nothing_of_the_rest() {
        ServiceClient client = client(Map.of("/things", """
                {"things": [{"id": "1", "tags": [], "cores": 1}, {"id": "2", "tags": [], "cores": "secret"}]}"""));

        assertThatThrownBy(() -> client.all("/things", Query.of(Map.of()), ThingPage.class))
                .hasMessage("The compute service's answer can't be read: it has no readable 'things[1].cores'"
                        + " (HTTP 200, GET http://cloud/v2.1/things, request id req-1)");
    }

    @Test
    void a_page_of_a_proxy_is_told_as_no_json() {
        assertThatThrownBy(() -> find("<html>"))
                .hasMessage("The compute service's answer can't be read: it is no JSON"
                        + " (HTTP 200, GET http://cloud/v2.1/things/1, request id req-1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cloud/things",
                "http://cloud/things?limit=1",
                "http://cloud/things?marker=",
                "http://cloud/things?marker=%zz",
                "not a link",
                "",
            })
    void a_next_page_that_leads_nowhere_is_not_the_end_of_the_list(String href) {
        ServiceClient client = client(Map.of("/things", page("1", href)));

        assertThatThrownBy(() -> client.all("/things", Query.of(Map.of()), ThingPage.class))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("its link to the next page leads nowhere");
    }

    @Test
    void a_list_whose_pages_go_in_circles_has_an_end() {
        ServiceClient client = client(Map.of(
                "/things", page("1", "http://cloud/things?marker=1"),
                "/things?marker=1", page("2", "http://cloud/things?marker=2"),
                "/things?marker=2", page("1", "http://cloud/things?marker=1")));

        assertThatThrownBy(() -> client.all("/things", Query.of(Map.of()), ThingPage.class))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("/things?marker=2");
    }

    @Test
    void a_marker_that_is_a_name_goes_back_as_it_came() {
        ServiceClient client = client(Map.of(
                "/things",
                page("1", "things?limit=1&marker=a%20b%26c+d#x"),
                "/things?marker=a+b%26c+d",
                "{\"things\": []}"));

        assertThat(client.all("/things", Query.of(Map.of()), ThingPage.class)).hasSize(1);
    }

    private static Optional<ThingBody> find(String body) {
        return client(Map.of("/things/1", body)).find("/things/1", ThingBody.class);
    }

    private static String page(String id, String next) {
        return """
                {"things": [{"id": "%s", "tags": [], "cores": 1}], "things_links": [{"rel": "next", "href": "%s"}]}""".formatted(id, next);
    }

    private static ServiceClient client(Map<String, String> answers) {
        return new ServiceClient("compute", URI.create(CLOUD), request -> answer(answers, request), new NoTokens());
    }

    private static Response answer(Map<String, String> answers, Request request) {
        String path = request.uri().toString().substring(CLOUD.length());
        return new Response(
                200,
                HttpHeaders.of(Map.of("x-openstack-request-id", List.of("req-1")), (name, value) -> true),
                answers.getOrDefault(path, ""));
    }
}
