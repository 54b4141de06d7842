package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class InitOnRealCloudTest extends InitContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
