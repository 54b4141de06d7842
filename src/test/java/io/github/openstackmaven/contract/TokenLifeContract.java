package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A launch that takes longer than a token lives. */
abstract class TokenLifeContract {
    abstract CloudUnderTest cloud();

    /** Longer than a token lives. */
    abstract Duration buildDelay();

    @Test
    void a_launch_outlives_its_token() {
        try (CloudUnderTest cloud = cloud()) {
            assumeTrue(
                    cloud.logIn()
                            .session()
                            .login()
                            .renewAt()
                            .isBefore(Time.system().now().plus(buildDelay())),
                    "The tokens of this cloud live longer than the test would wait");
            ServerSpec spec = ServerSpecs.of(
                            "token-life-" + UUID.randomUUID(),
                            LaunchContract.IMAGE,
                            LaunchContract.FLAVOR,
                            List.of(LaunchContract.NETWORK))
                    .toBuilder()
                    .metadata(Map.of(
                            "oslab_build_delay", String.valueOf(buildDelay().toSeconds())))
                    .build();

            Server server = cloud.launch(spec, Duration.ofMinutes(5));

            assertThat(server.status()).isEqualTo("ACTIVE");
            assertThat(cloud.sent())
                    .filteredOn(request -> request.uri().getPath().endsWith("/auth/tokens"))
                    .hasSizeGreaterThan(2);
        }
    }
}
