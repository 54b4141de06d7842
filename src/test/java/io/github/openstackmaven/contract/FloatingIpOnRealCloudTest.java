package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class FloatingIpOnRealCloudTest extends FloatingIpContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
