package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class VolumeOnRealCloudTest extends VolumeContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
