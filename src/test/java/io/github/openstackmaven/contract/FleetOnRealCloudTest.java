package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class FleetOnRealCloudTest extends FleetContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
