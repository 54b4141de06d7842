package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class HeartbeatOnRealCloudTest extends HeartbeatContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
