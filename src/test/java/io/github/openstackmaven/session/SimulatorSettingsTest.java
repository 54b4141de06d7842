package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.pom.CommandLine;
import io.github.openstackmaven.simulator.Options;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the simulator is told what its cloud is like. */
class SimulatorSettingsTest {

    @Test
    void nothing_said_is_the_standard_cloud() {
        assertThat(options(Map.of()))
                .usingRecursiveComparison()
                .ignoringFields("clock", "pause")
                .isEqualTo(Options.standard());
    }

    @Test
    void what_is_said_is_what_it_is_like() {
        Options options = options(Map.of(
                "release", "victoria",
                "latency", "20ms",
                "build", "5s-15s",
                "quota.instances", "500",
                "quota.floatingIps", "-1",
                "images", "10000",
                "flavors", "2000",
                "servers", "5000",
                "networks", "500"));

        assertThat(options)
                .usingRecursiveComparison()
                .ignoringFields("clock", "pause")
                .isEqualTo(Options.builder()
                        .release("victoria")
                        .latency(Duration.ofMillis(20))
                        .buildTime(Duration.ofSeconds(5), Duration.ofSeconds(15))
                        .quota("instances", 500)
                        .quota("floatingIps", -1)
                        .images(10000)
                        .flavors(2000)
                        .servers(5000)
                        .networks(500)
                        .build());
    }

    @Test
    void a_build_of_one_time_takes_always_that() {
        assertThat(options(Map.of("build", "2m")).buildTime())
                .isEqualTo(Options.builder()
                        .buildTime(Duration.ofMinutes(2))
                        .build()
                        .buildTime());
    }

    @Test
    void faults_are_another_matter() {
        assertThat(options(Map.of("faults", "no.yaml", "faults.seed", "7")).latency())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            latency; fast; It is a time, as in 20ms or 1s.
            latency; -1ms; It is a time, as in 20ms or 1s.
            build; 15s-5s; It is a time, or the shortest and the longest, as in 300ms or 5s-15s.
            build; 5s-; It is a time, or the shortest and the longest, as in 300ms or 5s-15s.
            build; 1s-2s-3s; It is a time, or the shortest and the longest, as in 300ms or 5s-15s.
            release; Zed; It is one of victoria, zed, epoxy, 2026.2.
            images; many; It is a whole number from 0 to 100000.
            servers; 1000000; It is a whole number from 0 to 100000.
            quota.ram; -2; It is a whole number from -1 to 1073741823.
            """)
    void a_bad_value_is_refused(String name, String value, String advice) {
        assertThatThrownBy(() -> options(Map.of(name, value)))
                .isInstanceOf(OpenStackException.class)
                .hasMessage("-Dopenstack.simulator." + name + " is '" + value + "'")
                .extracting(failure -> ((OpenStackException) failure).report())
                .asString()
                .contains(advice);
    }

    @ParameterizedTest
    @CsvSource({"latenzy, latency", "quota.instance, quota.instances", "quota.floatingips, quota.floatingIps"})
    void an_unknown_name_is_refused_with_the_nearest(String name, String nearest) {
        assertThatThrownBy(() -> options(Map.of(name, "1")))
                .hasMessage("-Dopenstack.simulator." + name + " is unknown")
                .extracting(failure -> ((OpenStackException) failure).report())
                .asString()
                .contains("Did you mean -Dopenstack.simulator." + nearest + "?");
    }

    private static Options options(Map<String, String> line) {
        Properties properties = new Properties();
        line.forEach((name, value) -> properties.setProperty("openstack.simulator." + name, value));
        return SimulatorSettings.of(new CommandLine(properties)).cloud().build();
    }
}
