package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class EquipmentOnRealCloudTest extends EquipmentContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
