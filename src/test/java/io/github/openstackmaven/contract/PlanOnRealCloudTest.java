package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class PlanOnRealCloudTest extends PlanContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
