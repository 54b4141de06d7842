package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class FalseAnswersOnRealCloudTest extends FalseAnswersContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
