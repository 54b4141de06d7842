package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.web.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong on the simulator, and when it does. */
class FaultPlanTest {
    private static final String FLAVORS = "/flavors$";
    private static final String KEYPAIR = "{\"keypair\": {\"name\": \"mine\"}}";

    private final SteppedTime time = new SteppedTime();
    private final Simulator simulator = Simulator.start(
            0, Options.builder().clock(time::now).pause(time::sleep).build());
    private final Client demo = Client.demo(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "reset_before, false",
        "fin_before, false",
        "reset_after, true",
        "fin_after, true",
        "500b, false",
        "503a, true",
        "409, false",
        "409a, true",
        "html_before, false",
        "html_after, true",
        "null, true",
        "429s, false",
        "truncate, true",
        "delay, true",
        "trickle, true",
        "garbage, true",
        "late, false"
    })
    void it_is_heeded_before_or_not_at_all(String fault, boolean heeded) {
        plan(Map.of("method", "POST", "path", "/os-keypairs$", "fault", fault));

        postKeypair();

        assertThat(demo.get("compute", "/os-keypairs/mine").status()).isEqualTo(heeded ? 200 : 404);
    }

    @Test
    void a_reset_is_one_and_a_close_is_none() throws IOException {
        plan(
                Map.of("path", FLAVORS, "nth", 1, "fault", "reset_before"),
                Map.of("path", FLAVORS, "fault", "fin_before"));

        assertThat(catchThrowableOfType(SocketException.class, () -> raw("GET /compute/v2.1/flavors")))
                .hasMessageContaining("reset");
        assertThat(raw("GET /compute/v2.1/flavors")).isEmpty();
    }

    @Test
    void nothing_listens_for_a_while() {
        plan(Map.of("path", FLAVORS, "nth", 1, "fault", "refuse", "seconds", 5));
        assertThatThrownBy(() -> demo.get("compute", "/flavors")).isInstanceOf(UncheckedIOException.class);

        time.sleep(Duration.ofSeconds(4));
        simulator.settle();
        assertThatThrownBy(() -> raw("GET /")).hasMessageContaining("refused");

        time.sleep(Duration.ofSeconds(1));
        simulator.settle();
        assertThat(demo.get("compute", "/flavors").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "loris", "loris_head"})
    void an_answer_that_does_not_end_is_left_by_the_client(String fault) {
        plan(Map.of("path", FLAVORS, "fault", fault));

        assertThatThrownBy(() -> Client.impatient(demo, "compute", "/flavors")).isInstanceOf(TimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay", "delay_after", "trickle"})
    void a_late_answer_takes_its_time(String fault) {
        plan(Map.of("path", FLAVORS, "fault", fault, "seconds", 8));

        assertThat(demo.get("compute", "/flavors").json().path("flavors")).isNotEmpty();

        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(9));
    }

    @Test
    void what_a_gateway_gave_up_is_done_later() {
        plan(Map.of("method", "POST", "path", "/os-keypairs$", "fault", "late", "seconds", 20));
        assertThat(postKeypair()).isEqualTo(504);
        assertThat(demo.get("compute", "/os-keypairs/mine").status()).isEqualTo(404);

        time.sleep(Duration.ofSeconds(20));

        assertThat(demo.get("compute", "/os-keypairs/mine").status()).isEqualTo(200);
    }

    @Test
    void half_an_answer_has_the_length_of_all_of_it_or_its_own() throws IOException {
        plan(Map.of("path", FLAVORS, "nth", 1, "fault", "truncate_ok"), Map.of("path", FLAVORS, "fault", "truncate"));

        Client.Reply half = demo.get("compute", "/flavors");
        assertThat(half.status()).isEqualTo(200);
        assertThat(JsonTree.parse(half.body())).isEmpty();
        assertThatThrownBy(() -> demo.get("compute", "/flavors")).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | {\"keypair\":{\"name\":null,\"public_key\":null",
                "jnull | null",
                "emptyobj | {}",
                "list | []",
                "array | {\"keypair\":[{",
                "truncate_ok | {\"keypair\":{"
            })
    void answers_have_another_shape(String fault, String start) {
        demo.post("compute", "/os-keypairs", KEYPAIR);
        plan(Map.of("path", "/os-keypairs/mine$", "fault", fault));

        assertThat(demo.get("compute", "/os-keypairs/mine").body()).startsWith(start);
    }

    @Test
    void answers_are_edited_or_replaced() {
        plan(
                Map.of("path", FLAVORS, "nth", 1, "fault", "edit", "edits", List.of(List.of("m1\\.tiny", "huge"))),
                Map.of("path", FLAVORS, "nth", 1, "fault", "body", "code", 201, "body", Map.of("flavors", List.of())),
                Map.of("path", FLAVORS, "fault", "ctype"));

        assertThat(demo.get("compute", "/flavors").body()).contains("\"huge\"").doesNotContain("m1.tiny");
        assertThat(demo.get("compute", "/flavors"))
                .returns(201, Client.Reply::status)
                .returns("{\"flavors\":[]}", Client.Reply::body);
        assertThat(demo.get("compute", "/flavors").header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void who_is_busy_says_until_when() {
        plan(
                Map.of("path", FLAVORS, "nth", 1, "fault", "503ra", "seconds", 7),
                Map.of("path", FLAVORS, "fault", "429d"));

        assertThat(demo.get("compute", "/flavors").header("Retry-After")).isEqualTo("7");
        assertThat(demo.get("compute", "/flavors").header("Retry-After")).isEqualTo("Tue, 24 Nov 2026 12:00:03 GMT");
    }

    @Test
    void a_redirect_leads_to_another_host() {
        plan(Map.of("path", FLAVORS, "fault", "redirect", "code", 307));

        assertThat(demo.get("compute", "/flavors"))
                .returns(307, Client.Reply::status)
                .returns(
                        "http://localhost:" + simulator.authUrl().getPort() + "/compute/v2.1/flavors",
                        reply -> reply.header("Location"));
    }

    @Test
    void for_a_while_nothing_new_is_seen() {
        demo.post("compute", "/os-keypairs", KEYPAIR);
        plan(Map.of("path", "/os-keypairs", "fault", "stale", "seconds", 3));

        assertThat(demo.get("compute", "/os-keypairs").json().path("keypairs")).isEmpty();
        assertThat(demo.get("compute", "/os-keypairs/mine").status()).isEqualTo(404);
        time.sleep(Duration.ofSeconds(4));
        assertThat(demo.get("compute", "/os-keypairs").json().path("keypairs")).isNotEmpty();
    }

    @Test
    void a_server_goes_to_error() {
        plan(Map.of("method", "POST", "path", "/servers$", "fault", "error", "reason", "the disk is full"));
        String path = create();
        time.sleep(Duration.ofSeconds(1));

        assertThat(demo.get("compute", path).json().at("/server/status").asText())
                .isEqualTo("ERROR");
        assertThat(demo.get("compute", path).json().at("/server/fault/message").asText())
                .endsWith("the disk is full");
    }

    @Test
    void a_server_is_stuck_in_build_and_can_be_deleted() {
        plan(Map.of("method", "POST", "path", "/servers$", "fault", "stuck"));
        String path = create();
        time.sleep(Duration.ofMinutes(50));

        assertThat(demo.get("compute", path).json().at("/server/status").asText())
                .isEqualTo("BUILD");
        demo.delete("compute", path);
        time.sleep(Duration.ofSeconds(1));
        assertThat(demo.get("compute", path).status()).isEqualTo(404);
    }

    @Test
    void a_list_is_endless_or_deep() {
        plan(
                Map.of("path", FLAVORS, "nth", 1, "fault", "huge", "mb", 2, "key", "flavors"),
                Map.of("path", FLAVORS, "fault", "deep", "depth", 50));

        assertThat(demo.get("compute", "/flavors").json().path("flavors").size())
                .isGreaterThan(1500);
        assertThat(demo.get("compute", "/flavors").body()).startsWith("{\"a\":{\"a\":{\"a\":");
    }

    @Test
    void rules_count_and_the_first_that_holds_is_followed() {
        plan(
                Map.of("service", "nova", "path", FLAVORS, "nth", 2, "fault", "503b"),
                Map.of("service", "nova", "path", FLAVORS, "after", 2, "upto", 3, "fault", "502b"),
                Map.of("service", "cinder", "fault", "500b"));

        assertThat(IntStream.range(0, 6)
                        .map(n -> demo.get("compute", "/flavors").status()))
                .containsExactly(200, 503, 200, 502, 200, 200);
    }

    @Test
    void a_rule_waits_for_what_must_have_been_asked_before() {
        plan(Map.of("path", FLAVORS, "since", "GET .*/limits", "fault", "503b"));

        assertThat(demo.get("compute", "/flavors").status()).isEqualTo(200);
        demo.get("compute", "/limits");
        assertThat(demo.get("compute", "/flavors").status()).isEqualTo(503);
    }

    @Test
    void a_rule_may_be_over_after_a_while() {
        plan(Map.of("path", FLAVORS, "lasts", 5, "fault", "503b"));

        assertThat(demo.get("compute", "/flavors").status()).isEqualTo(503);
        time.sleep(Duration.ofSeconds(6));
        assertThat(demo.get("compute", "/flavors").status()).isEqualTo(200);
    }

    @Test
    void chance_is_the_same_for_the_same_seed() {
        assertThat(statuses(7)).isEqualTo(statuses(7)).contains(200, 503).isNotEqualTo(statuses(8));
    }

    @Test
    void chance_ends_when_it_is_told_to() {
        simulator.disturb(FaultPlan.none()
                .with(new RandomFaults(1, 1, List.of(FaultPlan.fault("503b")))
                        .until(3)
                        .only("nova GET .*/flavors")));

        assertThat(demo.get("compute", "/limits").status()).isEqualTo(200);
        assertThat(IntStream.range(0, 4)
                        .map(n -> demo.get("compute", "/flavors").status()))
                .containsExactly(503, 503, 200, 200);
    }

    @Test
    void what_went_wrong_is_told() {
        plan(Map.of("path", FLAVORS, "fault", "503ra"));
        simulator.clearRequests();
        demo.get("compute", "/flavors");

        assertThat(simulator.requests())
                .singleElement()
                .extracting(one -> one.fault().orElseThrow().toString())
                .isEqualTo("Busy[code=503, retryAfter=PT2S, dated=false]");
    }

    @Test
    void what_is_written_wrongly_is_refused() {
        assertThatThrownBy(() -> plan(Map.of("fault", "nonsense")))
                .hasMessageStartingWith("There is no fault 'nonsense'. There are refuse,");
        assertThatThrownBy(() -> plan(Map.of("fault", "404", "pathh", "x")))
                .hasMessageStartingWith("'pathh' is unknown");
        assertThatThrownBy(() -> plan(Map.of("fault", "404", "path", "(")))
                .hasMessage("'(' is no regular expression: Unclosed group");
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_name_is_a_fault(String name) {
        assertThat(FaultPlan.fault(name)).isNotNull();
    }

    static List<String> names() {
        List<String> all = new ArrayList<>(NamedFaults.names());
        all.addAll(List.of("418", "507a", "405h"));
        return all;
    }

    private List<Integer> statuses(long seed) {
        simulator.disturb(FaultPlan.none().with(new RandomFaults(seed, 0.5, List.of(FaultPlan.fault("503b")))));
        return IntStream.range(0, 20)
                .mapToObj(n -> demo.get("compute", "/flavors").status())
                .toList();
    }

    private void plan(Map<?, ?>... rules) {
        simulator.disturb(FaultPlan.of(Map.of("rules", List.of(rules))));
    }

    private String create() {
        String body = """
                {"server": {"name": "sim-one", "imageRef": "%s", "flavorRef": "%s", "networks": "none"}}""".formatted(Ids.uuid("image/debian-12"), Ids.uuid("flavor/m1.tiny"));
        Client.Reply created =
                demo.call("POST", "compute", "/servers", body, Map.of("OpenStack-API-Version", "compute 2.37"));
        return "/servers/" + created.json().at("/server/id").asText();
    }

    private int postKeypair() {
        try {
            return demo.post("compute", "/os-keypairs", KEYPAIR).status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), simulator.authUrl().getPort())) {
            socket.getOutputStream().write((request + " HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
