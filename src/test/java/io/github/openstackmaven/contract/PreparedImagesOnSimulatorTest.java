package io.github.openstackmaven.contract;

import io.github.openstackmaven.simulator.Simulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreparedImagesOnSimulatorTest extends PreparedImagesContract {
    private Simulator simulator;

    @BeforeAll
    void start() {
        simulator = Simulator.start();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Override
    CloudUnderTest cloud() {
        return SimulatedCloud.underTest(simulator);
    }
}
