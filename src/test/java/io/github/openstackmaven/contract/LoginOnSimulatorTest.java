package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.identity.Token;
import io.github.openstackmaven.simulator.Simulator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginOnSimulatorTest extends LoginContract {
    private Simulator simulator;

    @BeforeAll
    void start() {
        simulator = Simulator.start();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Override
    CloudUnderTest demo() {
        return SimulatedCloud.underTest(simulator);
    }

    @Override
    CloudUnderTest application() {
        return SimulatedCloud.underTest(simulator, "simulated-appcred");
    }

    @Override
    CloudUnderTest admin() {
        return demo().with("auth.username", "admin").with("auth.password", "adm1nPassw0rd");
    }

    @Test
    void an_expired_application_credential_is_told_with_what_to_do() {
        CloudUnderTest expired = application()
                .without("auth.application_credential_id")
                .with("auth.application_credential_name", "expired")
                .with("auth.username", "demo");

        assertThatThrownBy(expired::logIn).hasMessageStartingWith("Keystone refused application credential expired");
    }

    @Test
    void a_passcode_logs_in() {
        assertThat(login(demo().with("auth_type", "v3totp")
                        .with("auth.username", "demo-totp")
                        .with("auth.passcode", "123456")))
                .contains("demo-totp");
    }

    @Test
    void password_and_passcode_together_log_in() {
        assertThat(login(demo().with("auth_type", "v3multifactor")
                        .with("auth.auth_methods", List.of("v3password", "v3totp"))
                        .with("auth.username", "demo-mfa")
                        .with("auth.passcode", "123456")))
                .contains("demo-mfa");
    }

    @Test
    void a_password_alone_is_not_enough_where_two_are_asked_for() {
        assertThatThrownBy(() -> demo().with("auth.username", "demo-mfa").logIn())
                .hasMessageStartingWith("Keystone asks user demo-mfa for password and totp (HTTP 401");
    }

    @Test
    void a_trust_lends_a_user_what_another_may_do() {
        Token token = demo().without("auth.project_name")
                .with("auth.username", "other")
                .with("auth.trust_id", "trust-demo")
                .logIn()
                .session()
                .login();

        assertThat(token.project()).map(Token.NamedResource::name).contains("demo");
    }

    @Test
    void a_ci_jobs_id_token_logs_in_by_federation() {
        assertThat(login(federated("v3oidcaccesstoken").with("auth.access_token", "simulated-access-token")))
                .isPresent();
    }

    @Test
    void a_token_the_provider_does_not_know_is_told_as_such() {
        assertThatThrownBy(() -> federated("v3oidcaccesstoken")
                        .with("auth.access_token", "s3cret")
                        .logIn())
                .hasMessageStartingWith("Keystone refused the token of identity provider ci (protocol openid). ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_clients_credentials_are_changed_for_a_token_at_the_endpoint_or_where_discovery_says() {
        CloudUnderTest client = federated("v3oidcclientcredentials")
                .with("auth.client_id", "ci-client")
                .with("auth.client_secret", "ci-secret");

        assertThat(login(client.with("auth.access_token_endpoint", oidc("/token"))))
                .isPresent();
        assertThat(login(client.with("auth.discovery_endpoint", oidc("/.well-known/openid-configuration"))))
                .isPresent();
    }

    @Test
    void a_user_of_the_provider_logs_in_by_password() {
        assertThat(login(federated("v3oidcpassword")
                        .with("auth.client_id", "ci-client")
                        .with("auth.client_secret", "ci-secret")
                        .with("auth.access_token_endpoint", oidc("/token"))
                        .with("auth.username", "demo")
                        .with("auth.password", "passw0rd")))
                .isPresent();
    }

    @Test
    void a_client_the_provider_refuses_is_told_in_its_words() {
        assertThatThrownBy(() -> federated("v3oidcclientcredentials")
                        .with("auth.client_id", "ci-client")
                        .with("auth.client_secret", "s3cret")
                        .with("auth.access_token_endpoint", oidc("/token"))
                        .logIn())
                .hasMessageStartingWith("The identity provider gives no token. ")
                .hasMessageContaining("invalid_client")
                .hasMessageNotContaining("s3cret");
    }

    private CloudUnderTest federated(String type) {
        return demo().without("auth.username")
                .without("auth.password")
                .without("auth.user_domain_id")
                .with("auth_type", type)
                .with("auth.identity_provider", "ci")
                .with("auth.protocol", "openid");
    }

    private String oidc(String path) {
        return simulator.authUrl().resolve("/oidc" + path).toString();
    }

    private static Optional<String> login(CloudUnderTest cloud) {
        return cloud.logIn().session().login().user().map(Token.NamedResource::name);
    }
}
