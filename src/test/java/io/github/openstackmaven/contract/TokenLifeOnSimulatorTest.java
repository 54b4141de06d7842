package io.github.openstackmaven.contract;

import io.github.openstackmaven.simulator.Options;
import io.github.openstackmaven.simulator.Simulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenLifeOnSimulatorTest extends TokenLifeContract {
    private Simulator simulator;

    @BeforeAll
    void start() {
        simulator = Simulator.start(
                0, Options.builder().tokenLife(Duration.ofSeconds(2)).build());
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Override
    CloudUnderTest cloud() {
        return SimulatedCloud.underTest(simulator);
    }

    @Override
    Duration buildDelay() {
        return Duration.ofSeconds(4);
    }
}
