package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class PreparedImagesOnRealCloudTest extends PreparedImagesContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
