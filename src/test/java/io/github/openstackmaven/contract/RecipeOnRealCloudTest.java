package io.github.openstackmaven.contract;

import org.junit.jupiter.api.Tag;

@Tag("real-cloud")
class RecipeOnRealCloudTest extends RecipeContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }
}
