package io.github.openstackmaven.contract;

import java.time.Duration;
import org.junit.jupiter.api.Tag;

/** Wants a cloud whose tokens live for less than a minute. */
@Tag("real-cloud")
class TokenLifeOnRealCloudTest extends TokenLifeContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }

    @Override
    Duration buildDelay() {
        return Duration.ofSeconds(60);
    }
}
