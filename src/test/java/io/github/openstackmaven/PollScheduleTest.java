package io.github.openstackmaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {
    @ParameterizedTest(name = "after {0} the next look is in {1}")
    @CsvSource({"PT0S, PT0.25S", "PT1S, PT0.25S", "PT2S, PT0.4S", "PT10S, PT2S", "PT25S, PT5S", "PT10M, PT5S"})
    void looks_quickly_at_first_and_never_rarer_than_every_five_seconds(Duration elapsed, Duration pause) {
        assertThat(PollSchedule.standard().next(elapsed)).isEqualTo(pause);
    }
}
