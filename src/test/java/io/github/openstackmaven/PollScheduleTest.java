package io.github.openstackmaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {
    @ParameterizedTest(name = "after {0} the next look is in {1}")
    @CsvSource({"PT0S, PT0.25S", "PT1S, PT0.25S", "PT2S, PT0.4S", "PT10S, PT2S", "PT25S, PT5S", "PT10M, PT5S"})
    void looks_quickly_at_first_and_never_rarer_than_every_five_seconds(Duration elapsed, Duration pause) {
        assertThat(SteppedTime.schedule().next(elapsed)).isEqualTo(pause);
    }

    @Test
    void builds_that_began_together_do_not_all_look_at_the_same_moment() {
        Set<Duration> pauses = Stream.generate(() -> PollSchedule.standard().next(Duration.ofSeconds(10)))
                .limit(100)
                .collect(Collectors.toSet());

        assertThat(pauses)
                .hasSizeGreaterThan(10)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(1800), Duration.ofMillis(2200)));
    }
}
