package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which credential the variables and fields of a machine make. */
class CredentialsTest {
    @Test
    void an_application_credential_in_variables_needs_no_auth_type() {
        CloudConfig config = config(Map.of(
                "OS_AUTH_URL", "https://cloud",
                "OS_APPLICATION_CREDENTIAL_ID", "ac",
                "OS_APPLICATION_CREDENTIAL_SECRET", "s3cret"));

        assertThat(config.credential())
                .isEqualTo(new Credential.Application(new IdOrName.Id("ac"), Optional.empty(), Secret.of("s3cret")));
        assertThat(config.scope()).isEqualTo(new Scope.Unspecified());
    }

    @Test
    void a_github_job_without_a_token_of_its_own_asks_for_one() {
        CloudConfig config = config(Map.of(
                "OS_AUTH_URL", "https://cloud",
                "OS_AUTH_TYPE", "v3oidcaccesstoken",
                "OS_IDENTITY_PROVIDER", "github",
                "OS_PROTOCOL", "openid",
                "ACTIONS_ID_TOKEN_REQUEST_URL", "https://actions.example/",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "runner"));

        assertThat(config.credential())
                .isEqualTo(new Credential.Federated(
                        "github",
                        "openid",
                        new Credential.AccessToken.OfGitHubJob(
                                URI.create("https://actions.example/"), Secret.of("runner"))));
    }

    @Test
    void all_that_is_missing_is_named_at_once() {
        assertThatThrownBy(() -> config(Map.of(
                        "OS_AUTH_URL",
                        "https://cloud",
                        "OS_AUTH_TYPE",
                        "v3oidcaccesstoken",
                        "OS_IDENTITY_PROVIDER",
                        "github",
                        "OS_PROTOCOL",
                        "openid")))
                .hasMessage("Incomplete credentials for https://cloud (auth_type v3oidcaccesstoken): no access_token");
    }

    @Test
    void two_scopes_are_both_named() {
        assertThatThrownBy(() -> config(Map.of(
                        "OS_AUTH_URL", "https://cloud",
                        "OS_USERNAME", "demo",
                        "OS_PASSWORD", "p",
                        "OS_PROJECT_NAME", "demo",
                        "OS_TRUST_ID", "t1")))
                .hasMessage("A login has one scope, but there is auth.project_name (OS_PROJECT_NAME),"
                        + " and auth.trust_id (OS_TRUST_ID)");
    }

    @Test
    void a_login_this_plugin_does_not_know_is_told_with_those_it_knows() {
        assertThatThrownBy(() -> config(Map.of(
                        "OS_AUTH_URL", "https://cloud",
                        "OS_AUTH_TYPE", "v3samlpassword",
                        "OS_IDENTITY_PROVIDER", "i",
                        "OS_PROTOCOL", "saml2",
                        "OS_IDENTITY_PROVIDER_URL", "https://idp",
                        "OS_USERNAME", "demo",
                        "OS_PASSWORD", "p")))
                .hasMessage("This plugin can't log in by auth_type v3samlpassword (OS_AUTH_TYPE)");
    }

    private static CloudConfig config(Map<String, String> variables) {
        Path nowhere = Path.of("/nonexistent");
        Environment environment = new Environment(variables, nowhere, nowhere, "Linux");
        Settings settings =
                new CloudsLoader(environment, absent -> Optional.empty(), warning -> {}).load(Settings.none());
        return new CloudSettings(settings, environment).toCloudConfig();
    }
}
