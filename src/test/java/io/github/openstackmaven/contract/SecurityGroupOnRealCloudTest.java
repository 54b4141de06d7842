package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class SecurityGroupOnRealCloudTest extends SecurityGroupContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
