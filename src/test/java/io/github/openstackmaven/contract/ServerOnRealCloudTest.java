package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class ServerOnRealCloudTest extends ServerContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
