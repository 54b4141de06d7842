package io.github.openstackmaven.contract;

import io.github.openstackmaven.Reach;
import io.github.openstackmaven.SkippedTime;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.guest.Guests;
import io.github.openstackmaven.simulator.Options;
import io.github.openstackmaven.simulator.Simulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadinessOnSimulatorTest extends ReadinessContract {
    private final SkippedTime time = new SkippedTime();
    private Simulator simulator;
    private Guests guests;

    @BeforeAll
    void start() {
        simulator = Simulator.start(
                0, Options.builder().buildTime(Duration.ZERO).clock(time::now).build());
        guests = new Guests(simulator::resident, time::now);
    }

    @AfterAll
    void stop() {
        guests.close();
        simulator.close();
    }

    @Override
    CloudUnderTest cloudUnderTest() {
        return SimulatedCloud.underTest(simulator);
    }

    @Override
    Reach reach() {
        return guests;
    }

    @Override
    Time time() {
        return time;
    }
}
