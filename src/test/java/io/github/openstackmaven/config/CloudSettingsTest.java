package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudSettingsTest {
    private static final Map<String, String> LOGIN = Map.of(
            "auth.auth_url", "http://cloud:5000/v3",
            "auth.username", "demo",
            "auth.password", "passw0rd",
            "auth.project_name", "demo");

    @ParameterizedTest
    @CsvSource({
        "http://cloud:5000, http://cloud:5000/v3",
        "http://cloud:5000/, http://cloud:5000/v3",
        "http://cloud:5000/v3, http://cloud:5000/v3",
        "http://cloud:5000/v3/, http://cloud:5000/v3",
        "http://cloud:5000/v2.0, http://cloud:5000/v3",
        "https://cloud/identity, https://cloud/identity/v3"
    })
    void an_auth_url_may_come_with_or_without_version_and_slash(String written, URI used) {
        assertThat(with("auth.auth_url", written).authUrl()).isEqualTo(used);
    }

    @Test
    void names_without_a_domain_are_looked_up_in_keystones_default_domain() {
        CloudConfig config = new CloudSettings(LOGIN).toCloudConfig();

        assertThat(config.user().domain()).contains(new Ref.Id("default"));
        assertThat(config.project().domain()).contains(new Ref.Id("default"));
    }

    @Test
    void ids_need_no_domain() {
        CloudConfig config = with("auth.project_id", "p1");

        assertThat(config.project()).isEqualTo(new CloudConfig.Project(new Ref.Id("p1"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"public, public", "publicURL, public", "internal, internal", "adminURL, admin"})
    void interfaces_may_be_written_as_of_old(String written, String used) {
        assertThat(with("interface", written).endpointInterface()).isEqualTo(used);
    }

    @Test
    void nothing_at_all_is_an_error_that_names_the_ways_to_name_a_cloud() {
        assertThatThrownBy(() -> new CloudSettings(Map.of()).toCloudConfig())
                .hasMessage("No auth URL: no cloud to log in to")
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        e -> assertThat(e.advice()).contains("-Dopenstack.auth.authUrl", "<auth>", "simulator"));
    }

    @Test
    void all_that_is_missing_is_named_at_once() {
        assertThatThrownBy(() -> new CloudSettings(Map.of("auth.auth_url", "http://cloud:5000")).toCloudConfig())
                .hasMessageContaining("no username (or userId), no password, no projectName (or projectId)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud:5000", "ftp://cloud/v3", "http:///v3", "http://a b/v3", "cloud"})
    void a_malformed_auth_url_is_named(String written) {
        assertThatThrownBy(() -> with("auth.auth_url", written)).hasMessage("Malformed auth URL '" + written + "'");
    }

    @Test
    void a_password_is_never_printed() {
        assertThat(new CloudSettings(LOGIN).toCloudConfig().toString()).doesNotContain("passw0rd");
    }

    private static CloudConfig with(String key, String value) {
        Map<String, String> settings = new HashMap<>(LOGIN);
        settings.put(key, value);
        return new CloudSettings(settings).toCloudConfig();
    }
}
