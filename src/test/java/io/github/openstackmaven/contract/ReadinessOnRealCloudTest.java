package io.github.openstackmaven.contract;

import io.github.openstackmaven.Reach;
import io.github.openstackmaven.Time;
import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class ReadinessOnRealCloudTest extends ReadinessContract {
    @Override
    CloudUnderTest cloudUnderTest() {
        return RealCloud.underTest();
    }

    @Override
    Reach reach() {
        return Reach.direct();
    }

    @Override
    Time time() {
        return Time.system();
    }
}
