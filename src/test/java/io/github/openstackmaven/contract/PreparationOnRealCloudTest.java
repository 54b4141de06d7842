package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class PreparationOnRealCloudTest extends PreparationContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
