package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in JSON. */
class JsonTest {
    private record Stay(Optional<Instant> at, Optional<Duration> lease) {}

    @Test
    void a_duration_is_written_in_seconds_and_an_instant_as_iso_8601_has_it() {
        Stay stay = new Stay(Optional.of(Instant.parse("2026-11-29T06:16:53.197980659Z")), lease("PT30M0.25S"));
        String text = "{\"at\":\"2026-11-29T06:16:53.197980659Z\",\"lease\":1800.250000000}";
        assertThat(Json.write(stay)).isEqualTo(text);
        assertThat(Json.read(text, Stay.class)).contains(stay);
    }

    @ParameterizedTest
    @CsvSource({"1800, PT30M", "1800.000000001, PT30M0.000000001S", "-1.5, PT-1.5S", "'\"PT30M\"', PT30M"})
    void a_duration_is_read_in_seconds_and_as_iso_8601_has_it(String written, String read) {
        assertThat(Json.read("{\"lease\": " + written + "}", Stay.class))
                .contains(new Stay(Optional.empty(), lease(read)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e300", "\"\"", "\"soon\"", "true", "[]", "{}"})
    void what_is_no_duration_is_no_such_record(String written) {
        assertThat(Json.read("{\"lease\": " + written + "}", Stay.class)).isEmpty();
    }

    private static Optional<Duration> lease(String text) {
        return Optional.of(Duration.parse(text));
    }
}
