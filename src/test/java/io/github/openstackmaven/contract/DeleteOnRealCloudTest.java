package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class DeleteOnRealCloudTest extends DeleteContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
