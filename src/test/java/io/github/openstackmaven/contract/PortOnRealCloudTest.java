package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class PortOnRealCloudTest extends PortContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
