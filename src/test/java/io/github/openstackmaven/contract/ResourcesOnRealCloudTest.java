package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class ResourcesOnRealCloudTest extends ResourcesContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
