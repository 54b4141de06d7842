package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.ServerSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-cloud")
class FailedBuildOnRealCloudTest extends FailedBuildContract {
    private static final String USER = System.getProperty("user", "cirros");

    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }

    @Test
    void its_logs_are_there_too() {
        ServerSpec spec = spec(name).toBuilder()
                .access(new AccessSpec(List.of(), List.of(), new KeySpec.Ephemeral(), Optional.empty(), false))
                .build();
        Launched launched = launch(spec).get(0);

        end(
                false,
                List.of(Map.of(
                        "server", launched.server().id(),
                        "host", launched.ip().orElseThrow(),
                        "port", 22,
                        "user", USER,
                        "keyFile", launched.keyFile().orElseThrow(),
                        "files", List.of("/etc/passwd", "/var/log/none"))));

        assertThat(folder().resolve(name).resolve("logs/etc/passwd")).isNotEmptyFile();
        assertThat(told).anyMatch(line -> line.startsWith("/var/log/none of " + name + " could not be saved: "));
        assertThat(CloudUnderTest.isThere(open, launched.server().id())).isFalse();
    }
}
