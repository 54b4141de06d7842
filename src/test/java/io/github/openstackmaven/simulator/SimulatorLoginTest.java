package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.simulator.keystone.IdentityContents;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatorLoginTest {
    private static final String PASSWORD = """
            {"methods": ["password"], "password": {"user":
              {"name": "%s", "domain": {"id": "default"}, "password": "passw0rd"}}}""";
    private static final String TOTP = """
            {"methods": ["totp"], "totp": {"user":
              {"name": "%s", "domain": {"id": "default"}, "passcode": "123456"}}}""";
    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void one_passcode_logs_in() {
        assertThat(login(TOTP.formatted("demo-totp")).status()).isEqualTo(201);
    }

    @Test
    void a_password_alone_gets_a_receipt_with_which_the_passcode_logs_in() {
        Client.Reply half = login(PASSWORD.formatted("demo-mfa"));
        assertThat(half.status()).isEqualTo(401);
        assertThat(half.json().at("/required_auth_methods/0")).hasSize(2);
        String receipt = half.header("Openstack-Auth-Receipt");
        Client.Reply whole = post(
                "/auth/tokens",
                "{\"auth\": {\"identity\": " + TOTP.formatted("demo-mfa") + "}}",
                Map.of("Openstack-Auth-Receipt", receipt));
        assertThat(whole.status()).isEqualTo(201);
        assertThat(whole.json().at("/token/methods").toString()).isEqualTo("[\"password\",\"totp\"]");
    }

    @Test
    void an_application_credential_logs_in_by_id_and_by_name() {
        Client.Reply byId = login(credential("\"id\": \"" + IdentityContents.CREDENTIAL + "\""));
        assertThat(byId.json().at("/token/project/name").asText()).isEqualTo("demo");
        assertThat(byId.json().at("/token/application_credential/name").asText())
                .isEqualTo("ci");
        Client.Reply byName = login(
                credential("\"name\": \"ci\", \"user\": {\"name\": \"demo\", \"domain\": {\"id\": \"default\"}}"));
        assertThat(byName.status()).isEqualTo(201);
    }

    @Test
    void an_expired_application_credential_is_refused() {
        assertThat(login(credential("\"id\": \"" + IdentityContents.EXPIRED_CREDENTIAL + "\""))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_trust_lets_other_act_in_demo() {
        String body = """
                {"auth": {"identity": %s, "scope": {"OS-TRUST:trust": {"id": "trust-demo"}}}}""".formatted(PASSWORD.formatted("other"));
        Client.Reply trusted = post("/auth/tokens", body, Map.of());
        assertThat(trusted.json().at("/token/project/name").asText()).isEqualTo("demo");
        assertThat(trusted.json().at("/token/OS-TRUST:trust/id").asText()).isEqualTo("trust-demo");
    }

    @Test
    void an_access_token_becomes_a_token_for_a_project() {
        String accessToken = Client.sendForm(
                        oidc("/token"), "grant_type=client_credentials&client_id=ci-client&client_secret=ci-secret")
                .json()
                .path("access_token")
                .asText();
        Client.Reply unscoped = post(
                "/OS-FEDERATION/identity_providers/ci/protocols/openid/auth",
                "",
                Map.of("Authorization", "Bearer " + accessToken));
        assertThat(unscoped.status()).isEqualTo(201);
        String body = """
                {"auth": {"identity": {"methods": ["token"], "token": {"id": "%s"}},
                 "scope": {"project": {"name": "demo", "domain": {"id": "default"}}}}}""".formatted(unscoped.header("X-Subject-Token"));
        Client.Reply scoped = post("/auth/tokens", body, Map.of());
        assertThat(scoped.json().at("/token/project/name").asText()).isEqualTo("demo");
    }

    @Test
    void a_wrong_access_token_is_refused() {
        Client.Reply refused = post(
                "/OS-FEDERATION/identity_providers/ci/protocols/openid/auth",
                "",
                Map.of("Authorization", "Bearer wrong"));
        assertThat(refused.status()).isEqualTo(401);
    }

    @Test
    void a_revoked_token_is_good_for_nothing() {
        Client demo = Client.demo(simulator);
        assertThat(demo.call("DELETE", "identity", "/auth/tokens", "", Map.of("X-Subject-Token", demo.token()))
                        .status())
                .isEqualTo(204);
        assertThat(demo.get("compute", "/servers").status()).isEqualTo(401);
    }

    private Client.Reply login(String identity) {
        return post("/auth/tokens", "{\"auth\": {\"identity\": " + identity + "}}", Map.of());
    }

    private static String credential(String which) {
        return """
                {"methods": ["application_credential"], "application_credential": {%s, "secret": "%s"}}""".formatted(which, IdentityContents.CREDENTIAL_SECRET);
    }

    private Client.Reply post(String path, String body, Map<String, String> headers) {
        return Client.send("POST", simulator.authUrl() + path, body, headers);
    }

    private String oidc(String path) {
        return simulator.authUrl().resolve("/oidc" + path).toString();
    }
}
