package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorImageListTest {
    private final Instant now = Instant.parse("2026-11-24T12:00:00.123Z");
    private final Simulator simulator =
            Simulator.start(0, Options.builder().clock(() -> now).build());
    private final Client demo = Client.demo(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "created_at, gt:2026-11-24T11:59:59Z, true",
        "created_at, gt:2026-11-24T12:00:00Z, false",
        "created_at, gte:2026-11-24T12:00:00, true",
        "created_at, lt:2026-11-24T12:00:00Z, false",
        "created_at, lte:20261124T120000Z, true",
        "created_at, eq:2026-11-24T12:00:00Z, true",
        "created_at, 2026-11-24T12:00:00Z, true",
        "created_at, 2026-11-24, false",
        "created_at, neq:2026-11-24T12:00:00Z, false",
        "created_at, gt:2026-11-24T14:00:00%2B02:00, false",
        "updated_at, gte:2026-11-24T12:00:00Z, true",
        "updated_at, gt:2026-11-25, false"
    })
    void images_are_found_by_when_they_were_made_and_changed(String filter, String value, boolean found) {
        demo.post("image", "/v2/images", "{\"name\": \"sim-new\"}");

        Client.Reply reply = demo.get("image", "/v2/images?name=sim-new&" + filter + "=" + value);

        assertThat(reply.json().path("images").isEmpty()).as(reply.body()).isEqualTo(!found);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "gt:x, Bad \"created_at\" query filter format. Use ISO 8601 DateTime notation.",
                "2026-13-01, Bad \"created_at\" query filter format. Use ISO 8601 DateTime notation.",
                "in:2026-11-24, Unable to filter on a unknown operator."
            })
    void what_is_no_time_is_refused(String value, String words) {
        Client.Reply refused = demo.get("image", "/v2/images?created_at=" + value);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(words);
    }
}
