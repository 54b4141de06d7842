package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class DescriptionOnRealCloudTest extends DescriptionContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
