package io.github.openstackmaven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.config.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudParametersTest {
    @ParameterizedTest
    @CsvSource({"ca.pem, /project/ca.pem", "/etc/ca.pem, /etc/ca.pem", "~/ca.pem, ~/ca.pem"})
    void a_relative_cacert_of_the_pom_is_below_the_project_like_its_other_files(String written, String read) {
        assertThat(cacert(written, new Properties())).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"ca.pem, ca.pem", "/etc/ca.pem, /etc/ca.pem"})
    void that_of_the_command_line_is_where_maven_was_called(String written, String read) {
        Properties line = new Properties();
        line.setProperty("openstack.cacert", written);

        assertThat(cacert("of-the-pom.pem", line)).isEqualTo(read);
    }

    private static String cacert(String ofPom, Properties line) {
        CloudParameters parameters = new CloudParameters(
                new CommandLine(line),
                null,
                Map.of(),
                new CloudParameters.Endpoints(null, null, Map.of()),
                new CloudParameters.Trust(Path.of("/project"), ofPom, null));
        return parameters.settings(server -> Settings.none()).text("cacert").orElseThrow();
    }
}
