package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.plan.SentAsPlanned.Sent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The comparison itself would notice what is not as planned. */
class SentAsPlannedTest {
    private static final String MARK = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    private final SentAsPlanned comparison = new SentAsPlanned(Map.of("<id of port web>", "p1"));

    @Test
    void what_nobody_could_know_may_differ() {
        assertThat(differences(
                        Map.of(
                                "port", "<id of port web>",
                                "other", "<id of volume x>",
                                "password", "***",
                                "description", "maven:build=b maven:launch=" + MARK),
                        "{'port':'p1','other':'v9','password':'secret','description':'maven:build=b maven:launch="
                                + MARK.replace('6', '7') + "'}"))
                .isEmpty();
    }

    @Test
    void all_else_is_a_difference() {
        assertThat(differences(Map.of("port", "<id of port web>"), "{'port':'p2'}"))
                .hasSize(1);
        assertThat(differences(Map.of("name", "web"), "{'name':'web','tag':'x'}"))
                .hasSize(1);
        assertThat(differences(Map.of("name", "web"), "{}")).hasSize(1);
        assertThat(differences(Map.of("name", "web"), "{'name':'db'}")).hasSize(1);
        assertThat(differences(Map.of("description", "maven:build=b"), "{'description':'maven:build=c'}"))
                .hasSize(1);
        assertThat(differences(Map.of("list", List.of(1, 2)), "{'list':[1]}")).hasSize(1);
    }

    @Test
    void nothing_more_and_nothing_less_is_sent() {
        PlannedRequest port = new PlannedRequest("network", "/ports", Map.of("name", "web"));
        Sent sent = new Sent("/v2.0/ports", "{\"name\":\"web\"}");

        assertThat(comparison.differences(List.of(port), List.of(sent))).isEmpty();
        assertThat(comparison.differences(List.of(port), List.of())).hasSize(1);
        assertThat(comparison.differences(List.of(port), List.of(sent, sent))).hasSize(1);
    }

    private List<String> differences(Map<String, ?> planned, String sent) {
        return comparison.differences(
                List.of(new PlannedRequest("network", "/ports", planned)),
                List.of(new Sent("/v2.0/ports", sent.replace('\'', '"'))));
    }
}
