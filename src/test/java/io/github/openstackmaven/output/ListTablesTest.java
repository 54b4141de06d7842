package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ListTablesTest {
    @Test
    void a_span_is_told_in_its_two_greatest_units() {
        assertThat(ListTables.span(Duration.ofSeconds(7))).isEqualTo("7 s");
        assertThat(ListTables.span(Duration.ofSeconds(310))).isEqualTo("5 min 10 s");
        assertThat(ListTables.span(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
        assertThat(ListTables.span(Duration.ofHours(76))).isEqualTo("3 d 4 h");
    }
}
