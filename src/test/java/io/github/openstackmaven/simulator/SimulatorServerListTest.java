package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nova heeds a filter from the microversion on that has it, and not before. */
class SimulatorServerListTest {
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Simulator simulator = Simulator.start(
            0,
            Options.builder().clock(() -> now).buildTime(Duration.ofSeconds(30)).build());
    private final Script demo = new Script(Client.demo(simulator));

    @BeforeEach
    void create() {
        demo.play("keyed = POST compute /servers {\"server\":{SERVER,LAN,\"key_name\":\"demo-key\"}}");
        now = now.plusSeconds(60);
        demo.play("plain = POST compute /servers {\"server\":{\"name\":\"plain\",\"imageRef\":\"{image:debian-12}\","
                + "\"flavorRef\":\"{flavor:m1.tiny}\",LAN}}");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void key_names_and_states_are_heeded_from_2_83_on() {
        assertThat(found("GET@2.82", "key_name=demo")).containsExactly("plain", "sim-fidelity");
        assertThat(found("GET@2.83", "key_name=demo")).containsExactly("sim-fidelity");
        assertThat(found("GET@2.83", "vm_state=building")).containsExactly("plain");
        assertThat(found("GET@2.83", "task_state=scheduling")).containsExactly("plain");
        assertThat(found("GET@2.83", "power_state=1")).containsExactly("sim-fidelity");
        assertThat(found("GET@2.83", "created_at=12:01:00")).containsExactly("plain");
        assertThat(found("GET@2.83", "launched_at=2026-11-24%2012:00:30")).containsExactly("sim-fidelity");
        assertThat(found("GET@2.83", "availability_zone=nova")).containsExactly("sim-fidelity");
        assertThat(found("GET@2.83", "user_id=nobody")).isEmpty();
        assertThat(found("GET@2.89", "hostname=plain")).hasSize(2);
        assertThat(found("GET@2.90", "hostname=plain")).containsExactly("plain");
    }

    @Test
    void an_id_is_nothing_that_users_can_filter_by() {
        assertThat(found("GET@2.83", "uuid=00000000-0000-0000-0000-000000000000"))
                .hasSize(2);
    }

    @Test
    void tags_and_locks_are_ignored_before_there_were_any() {
        assertThat(found("GET@2.25", "tags=none")).hasSize(2);
        assertThat(found("GET@2.26", "tags=none")).isEmpty();
        assertThat(found("GET@2.72", "locked=x")).hasSize(2);
        assertThat(found("GET@2.73", "locked=true")).isEmpty();
        assertThat(refusal("GET@2.73", "locked=x")).startsWith("Unrecognized value 'x', acceptable values are: '0', ");
    }

    @Test
    void what_changed_before_a_time_is_told_from_2_66_on_with_what_is_deleted() {
        demo.play("DELETE compute /servers/{keyed}");
        now = now.plusSeconds(60);

        assertThat(found("GET@2.65", "changes-before=x")).containsExactly("plain");
        assertThat(found("GET@2.66", "changes-before=2026-11-24T12:01:20Z")).containsExactly("sim-fidelity");
        assertThat(found("GET@2.66", "changes-since=2026-11-24&changes-before=2026-11-25"))
                .containsExactly("plain", "sim-fidelity");
        assertThat(refusal("GET@2.66", "changes-before=x"))
                .isEqualTo("Invalid input for query parameters changes-before. Value: x. 'x' is not a 'date-time'");
        assertThat(refusal("GET@2.66", "changes-since=2026-11-25&changes-before=2026-11-24"))
                .isEqualTo("The value of changes-since must be less than or equal to changes-before.");
    }

    @Test
    void what_is_no_filter_is_refused_from_2_75_on() {
        assertThat(found("GET@2.74", "bogus=x")).hasSize(2);
        assertThat(refusal("GET@2.75", "wrong=1&bogus=x"))
                .isEqualTo("'bogus', 'wrong' do not match any of the regexes: '^_'");
        assertThat(found("GET@2.74", "sort_key=user_data")).hasSize(2);
        assertThat(refusal("GET@2.75", "sort_key=user_data")).contains("'user_data' is not one of [");
        assertThat(refusal("GET", "sort_key=host")).isEqualTo("Only administrators can sort servers by host");
        assertThat(refusal("GET", "sort_dir=up"))
                .isEqualTo("Invalid input received: Unknown sort direction, must be 'desc' or 'asc'");
    }

    @Test
    void a_status_that_there_is_not_is_refused_from_2_38_on() {
        assertThat(found("GET@2.37", "status=BOGUS")).isEmpty();
        assertThat(refusal("GET@2.38", "status=BOGUS")).isEqualTo("Invalid status value");
        assertThat(found("GET@2.38", "status=BOGUS&status=active")).containsExactly("sim-fidelity");
        assertThat(refusal("GET", "status=deleted")).isEqualTo("Only administrators may list deleted instances");
    }

    private List<String> found(String method, String query) {
        List<String> names = new ArrayList<>();
        Client.Reply reply = demo.play(method + " compute /servers?" + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        reply.json()
                .path("servers")
                .forEach(server -> names.add(server.path("name").asText()));
        return names;
    }

    private String refusal(String method, String query) {
        Client.Reply reply = demo.play(method + " compute /servers?" + query);
        assertThat(reply.status()).as(reply.body()).isBetween(400, 403);
        return reply.json().elements().next().path("message").asText();
    }
}
