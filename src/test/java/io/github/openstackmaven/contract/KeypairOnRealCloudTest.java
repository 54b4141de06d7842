package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class KeypairOnRealCloudTest extends KeypairContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
