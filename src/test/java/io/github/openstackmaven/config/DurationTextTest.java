package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "90, PT1M30S",
        "90s, PT1M30S",
        "10m, PT10M",
        "2h, PT2H",
        "7d, P7D",
        "PT1M30S, PT1M30S",
        "pt5m, PT5M",
        "' 5m ', PT5M"
    })
    void reads_durations_as_users_write_them(String text, Duration duration) {
        assertThat(DurationText.parse("timeout", text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "10 minutes", "-5", "0", "PT0S", "-PT5M", "5w", "99999999999h"})
    void anything_else_is_an_error_that_names_the_element(String text) {
        assertThatThrownBy(() -> DurationText.parse("timeout", text))
                .hasMessage("Malformed <timeout>: '" + text + "' is no duration");
    }
}
