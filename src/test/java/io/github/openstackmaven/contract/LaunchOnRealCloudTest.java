package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class LaunchOnRealCloudTest extends LaunchContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
