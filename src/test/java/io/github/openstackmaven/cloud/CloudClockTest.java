package io.github.openstackmaven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.http.JdkTransport;
import io.github.openstackmaven.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when things live is told by the cloud's clock, whatever this machine's says. */
class CloudClockTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT2H", "PT-2H"})
    void a_machine_whose_clock_is_wrong_goes_by_the_clouds(Duration ahead) {
        Time wrong = Time.system().putBack(ahead.negated());

        Instant told = loggedIn(wrong).clock().now();

        assertThat(Duration.between(told, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void a_clock_that_is_right_is_left_alone() {
        Time right = Time.system();

        assertThat(loggedIn(right).clock()).isSameAs(right);
    }

    private static Cloud loggedIn(Time time) {
        try (Simulator simulator = Simulator.start()) {
            Settings settings = new Settings(Map.of(
                            "auth.auth_url", simulator.authUrl().toString(),
                            "auth.username", "demo",
                            "auth.password", "passw0rd",
                            "auth.project_name", "demo",
                            "auth.user_domain_id", "default",
                            "auth.project_domain_id", "default")
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> new Setting(entry.getValue(), new Source.Explicit("the test")))));
            return Cloud.login(
                    new CloudSettings(settings, Environment.of(System.getenv())).toCloudConfig(),
                    new JdkTransport(Connection.standard()),
                    time);
        }
    }
}
