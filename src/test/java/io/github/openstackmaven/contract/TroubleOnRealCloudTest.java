package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class TroubleOnRealCloudTest extends TroubleContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
