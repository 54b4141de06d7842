package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too long, too much or in no form for Nova is so here. */
class SimulatorServerLimitsTest {
    private final Simulator simulator = Simulator.start();
    private final Script demo = new Script(Client.demo(simulator));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void user_data_is_base64_of_no_more_than_65535_letters() {
        assertThat(create("\"user_data\":\"{letters:65532}\"").status()).isEqualTo(202);
        assertThat(refusal("\"user_data\":\"{letters:65536}\"")).endsWith("' is too long");
        assertThat(refusal("\"user_data\":\"abc\"")).endsWith("'abc' is not a 'base64'");
        assertThat(create("\"user_data\":\"YWI=\\n\"").status()).isEqualTo(202);
    }

    @Test
    void a_body_of_more_than_114688_bytes_is_not_even_read() {
        Client.Reply refused = create("\"description\":\"{letters:114688}\"");

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body())
                .isEqualTo("413 Request Entity Too Large\n\n"
                        + "Request is too large. Larger than max_request_body_size (114688).\n\n   ");
        assertThat(refused.header("X-Compute-Request-Id")).startsWith("req-");
        assertThat(demo.play("POST block-storage /volumes {\"volume\":{\"name\":\"{letters:114688}\"}}")
                        .status())
                .isEqualTo(413);
        assertThat(demo.play("POST network /v2.0/ports {\"port\":{\"name\":\"{letters:114688}\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_server_has_no_more_than_128_metadata_items_from_the_beginning() {
        assertThat(create("\"metadata\":{" + items(128) + "}").status()).isEqualTo(202);

        Client.Reply refused = create("\"metadata\":{" + items(129) + "}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/forbidden/message").asText())
                .isEqualTo("Maximum number of metadata items exceeds 128");
    }

    private static String items(int count) {
        return IntStream.range(0, count).mapToObj(n -> "\"k" + n + "\":\"v\"").collect(Collectors.joining(","));
    }

    @Test
    void a_server_has_no_more_than_50_tags_of_1_to_60_letters() {
        assertThat(refusal("\"tags\":[" + tags(51) + "]")).endsWith("] is too long");
        assertThat(refusal("\"tags\":[\"{letters:61}\"]")).endsWith("' is too long");
        assertThat(refusal("\"tags\":[\"\"]")).endsWith("'' is too short");

        demo.play("server = POST@2.52 compute /servers {\"server\":{SERVER,LAN,\"tags\":[" + tags(50)
                + "],\"metadata\":{\"oslab_build_delay\":\"0\"}}}");
        demo.play("wait compute /servers/{server} ACTIVE");
        assertThat(message(demo.play("PUT@2.26 compute /servers/{server}/tags/more")))
                .isEqualTo("The number of tags exceeded the per-server limit 50");
        assertThat(message(demo.play("PUT@2.26 compute /servers/{server}/tags {\"tags\":[" + tags(51) + "]}")))
                .endsWith("] is too long");
        assertThat(message(demo.play("PUT@2.26 compute /servers/{server}/tags/{letters:61}")))
                .startsWith("Tag 'AAA")
                .endsWith("' is too long");
    }

    private static String tags(int count) {
        return IntStream.range(0, count).mapToObj(n -> "\"t" + n + "\"").collect(Collectors.joining(","));
    }

    @Test
    void descriptions_and_names_are_of_255_printable_letters() {
        assertThat(refusal("\"description\":\"{letters:256}\"")).endsWith("' is too long");
        assertThat(refusal("\"description\":5")).endsWith("5 is not of type 'string', 'null'");
        assertThat(refusal("\"key_name\":\" demo-key\""))
                .isEqualTo("An invalid 'name' value was provided. The name must be: printable characters."
                        + " Can not start or end with whitespace.");
        assertThat(refusal("\"flavorRef\":\"\"")).endsWith("'' is too short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"bogus\":\"x\"",
                "\"different_host\":[\"00000000-0000-0000-0000-000000000000\"]",
                "\"same_host\":\"x\"",
                "\"query\":\"[]\"",
                "\"build_near_host_ip\":\"10.0.0.1\",\"cidr\":\"/24\""
            })
    void hints_that_nova_does_not_know_and_those_of_the_right_form_are_taken(String hints) {
        assertThat(hinted(hints).status()).isEqualTo(202);
    }

    @Test
    void hints_of_another_form_are_refused() {
        assertThat(message(hinted("\"same_host\":[\"x\"]"))).endsWith("'x' is not a 'uuid'");
        assertThat(message(hinted("\"different_host\":[\"x\"]")))
                .endsWith("['x'] is not valid under any of the given schemas");
        assertThat(message(hinted("\"query\":5"))).endsWith("5 is not of type 'string', 'object'");
        assertThat(message(hinted("\"cidr\":\"x\""))).endsWith("'x' does not match '^/[0-9a-f.:]+$'");
        assertThat(message(hinted("\"group\":null"))).endsWith("None is not of type 'string'");
    }

    @Test
    void only_administrators_say_which_host() {
        assertThat(demo.play("POST@2.74 compute /servers {\"server\":{SERVER,LAN,\"host\":\"x\"}}")
                        .status())
                .isEqualTo(403);
    }

    private Client.Reply hinted(String hints) {
        return demo.play("POST compute /servers {\"server\":{SERVER,LAN},\"os:scheduler_hints\":{" + hints + "}}");
    }

    private Client.Reply create(String more) {
        return demo.play("POST@2.52 compute /servers {\"server\":{SERVER,LAN," + more + "}}");
    }

    private String refusal(String more) {
        return message(create(more));
    }

    private static String message(Client.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        return reply.json().at("/badRequest/message").asText();
    }
}
