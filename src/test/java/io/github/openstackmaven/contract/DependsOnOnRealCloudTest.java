package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class DependsOnOnRealCloudTest extends DependsOnContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
