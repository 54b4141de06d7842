package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class ReapOnRealCloudTest extends ReapContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
