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
        assertThat(with("auth.auth_url", written).authUrl()).contains(used);
    }

    @Test
    void names_without_a_domain_are_looked_up_in_keystones_default_domain() {
        CloudConfig config = config(LOGIN);

        assertThat(config.credential())
                .isEqualTo(new Credential.Password(
                        new Credential.User(new IdOrName.Name("demo"), Optional.of(new IdOrName.Id("default"))),
                        Secret.of("passw0rd")));
        assertThat(config.scope())
                .isEqualTo(new Scope.Project(new IdOrName.Name("demo"), Optional.of(new IdOrName.Id("default"))));
    }

    @Test
    void ids_need_no_domain() {
        CloudConfig config = with("auth.project_id", "p1");

        assertThat(config.scope()).isEqualTo(new Scope.Project(new IdOrName.Id("p1"), Optional.empty()));
    }

    @Test
    void nothing_at_all_is_an_error_that_names_the_ways_to_name_a_cloud() {
        assertThatThrownBy(() -> config(Map.of()))
                .hasMessage("No cloud to log in to")
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        e -> assertThat(e.advice()).contains("-Dopenstack.auth.authUrl", "<auth>", "simulator"));
    }

    @Test
    void a_cloud_without_an_auth_url_is_named() {
        Setting lab = new Setting("lab", new Source.Variable("OS_CLOUD"));

        assertThatThrownBy(() ->
                        new CloudSettings(new Settings(Map.of("cloud", lab)), Environment.of(Map.of())).toCloudConfig())
                .hasMessage("No auth URL for cloud 'lab' (OS_CLOUD)");
    }

    @Test
    void all_that_is_missing_is_named_at_once() {
        assertThatThrownBy(() -> config(Map.of("auth.auth_url", "http://cloud:5000")))
                .hasMessageContaining("no username (or user_id), no password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud:5000", "ftp://cloud/v3", "http:///v3", "http://a b/v3", "cloud"})
    void a_malformed_auth_url_is_named(String written) {
        assertThatThrownBy(() -> with("auth.auth_url", written))
                .hasMessage("Malformed auth URL (the test): '" + written + "'");
    }

    @Test
    void a_url_with_a_login_in_it_is_refused_and_not_quoted() {
        assertThatThrownBy(() -> with("auth.auth_url", "https://me:s3cret@cloud"))
                .hasMessage("Malformed auth URL (the test)");
    }

    @Test
    void a_password_is_never_printed() {
        assertThat(config(LOGIN).toString()).doesNotContain("passw0rd");
    }

    private static CloudConfig with(String key, String value) {
        Map<String, String> settings = new HashMap<>(LOGIN);
        settings.put(key, value);
        return config(settings);
    }

    private static CloudConfig config(Map<String, String> values) {
        Map<String, Setting> settings = new HashMap<>();
        values.forEach((key, value) -> settings.put(key, new Setting(value, new Source.Explicit("the test"))));
        return new CloudSettings(new Settings(settings), Environment.of(System.getenv())).toCloudConfig();
    }
}
