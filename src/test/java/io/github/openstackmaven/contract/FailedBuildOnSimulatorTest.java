package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.simulator.Options;
import io.github.openstackmaven.simulator.Simulator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailedBuildOnSimulatorTest extends FailedBuildContract {
    private Simulator simulator;

    @BeforeAll
    void start() {
        simulator = Simulator.start();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void what_is_kept_is_so_for_its_time_by_the_clock_of_the_cloud() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
        try (Simulator ahead = Simulator.start(0, Options.builder().clock(later).build())) {
            cloud = SimulatedCloud.underTest(ahead);
            open = cloud.logIn();
            cloud.launch(
                    List.of(spec(name)),
                    Launching.expiringAfter(
                            Duration.ofHours(1),
                            Launching.keeping(Keep.ON_FAILURE, Launching.within(Duration.ofMinutes(2)))));

            end(false, List.of());

            assertThat(cloud.marked())
                    .filteredOn(one -> one.kind() == ResourceType.SERVER)
                    .singleElement()
                    .extracting(one -> one.mark().flatMap(Mark::expiresAt).orElseThrow())
                    .asInstanceOf(InstanceOfAssertFactories.INSTANT)
                    .isAfter(later.instant());
            cloud.close();
        }
        cloud = cloud();
    }

    @Override
    CloudUnderTest cloud() {
        return SimulatedCloud.underTest(simulator);
    }
}
