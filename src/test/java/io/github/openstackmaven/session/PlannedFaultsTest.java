package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.pom.CommandLine;
import io.github.openstackmaven.simulator.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the simulator is told what is to go wrong. */
class PlannedFaultsTest {
    @TempDir
    private Path folder;

    @Test
    void nothing_goes_wrong_unless_it_is_told() {
        assertThat(plan(Map.of())).isEqualTo(FaultPlan.none());
    }

    @Test
    void a_file_in_yaml_or_json_tells_it() throws IOException {
        FaultPlan yaml = written("""
                rules:
                - {service: nova, method: POST, path: /servers$, nth: 1, fault: reset_after}
                """);
        FaultPlan json = written("""
                {"rules": [{"service": "nova", "method": "POST", "path": "/servers$", "nth": 1, "fault": "reset_after"}]}
                """);

        assertThat(yaml.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.service()).contains("nova");
            assertThat(rule.fault()).isEqualTo(FaultPlan.fault("reset_after"));
        });
        assertThat(json.toString()).isEqualTo(yaml.toString());
    }

    @Test
    void a_seed_or_a_probability_leaves_it_to_chance() {
        assertThat(plan(Map.of("simulator.faults.seed", "7")).random()).hasValueSatisfying(chance -> {
            assertThat(chance.seed()).isEqualTo(7);
            assertThat(chance.probability()).isEqualTo(0.2);
            assertThat(chance.faults()).isEqualTo(FaultPlan.passing());
        });
        assertThat(plan(Map.of("simulator.faults.probability", "0.5")).random())
                .hasValueSatisfying(chance -> assertThat(chance.probability()).isEqualTo(0.5));
    }

    @Test
    void what_can_not_be_read_is_told() {
        String missing = folder.resolve("no.yaml").toString();

        assertThatThrownBy(() -> plan(Map.of("simulator.faults", missing)))
                .hasMessage("The fault plan " + missing + " can't be read");
        assertThatThrownBy(() -> written("rules: [{fault: fire}]"))
                .hasMessageContaining("is wrong: There is no fault 'fire'");
        assertThatThrownBy(() -> written("[")).hasMessageContaining("is wrong: ");
        assertThatThrownBy(() -> plan(Map.of("simulator.faults.probability", "2")))
                .hasMessage("-Dopenstack.simulator.faults.probability is '2'");
    }

    private FaultPlan written(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("faults"), text);
        return plan(Map.of("simulator.faults", file.toString()));
    }

    private static FaultPlan plan(Map<String, String> line) {
        Properties properties = new Properties();
        line.forEach((name, value) -> properties.setProperty("openstack." + name, value));
        return PlannedFaults.of(new CommandLine(properties), null, null, null).plan();
    }
}
