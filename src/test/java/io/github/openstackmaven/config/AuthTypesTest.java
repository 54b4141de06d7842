package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** auth_type: how to log in, and which keys belong to it. */
class AuthTypesTest {
    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root);
    }

    @Test
    void password_when_nobody_says() {
        assertThat(machine.demo("").load().text("auth_type")).contains("password");
    }

    @Test
    void an_application_credential_is_recognized_by_its_fields() {
        machine.clouds("""
                clouds:
                  mine:
                    auth: {auth_url: 'http://k', application_credential_id: ac, application_credential_secret: s}
                """);
        assertThat(machine.load().text("auth_type")).contains("v3applicationcredential");
    }

    @Test
    void a_token_without_a_password_is_recognized_by_its_fields() {
        machine.clouds("clouds: {mine: {auth: {auth_url: 'http://k', token: s3cret}}}");
        assertThat(machine.load().text("auth_type")).contains("token");
    }

    @Test
    void an_identity_providers_token_is_recognized_by_its_fields() {
        machine.clouds("""
                clouds:
                  mine:
                    auth: {auth_url: 'http://k', identity_provider: gitlab, protocol: openid, access_token: t}
                """);
        assertThat(machine.load().text("auth_type")).contains("v3oidcaccesstoken");
    }

    @Test
    void a_written_auth_type_is_taken_at_its_word() {
        machine.clouds("clouds: {mine: {auth_type: password, auth: {auth_url: 'http://k', token: s3cret}}}");
        assertThat(machine.failure())
                .hasMessageMatching("auth\\.token \\(clouds\\.yaml in .*, cloud mine\\) is nothing password takes");
    }

    @Test
    void an_unknown_one_is_an_error_that_names_all() {
        var failure = machine.demo("auth_type: magic").failure();
        assertThat(failure).hasMessageStartingWith("Unknown auth_type 'magic' (clouds.yaml in");
        assertThat(failure.advice()).contains("v3applicationcredential", "password", "v3totp");
    }

    @Test
    void an_application_credential_needs_its_secret() {
        machine.clouds("""
                clouds:
                  mine:
                    auth_type: v3applicationcredential
                    auth: {auth_url: 'http://k', application_credential_id: ac}
                """);
        assertThat(machine.failure())
                .hasMessage(
                        "Incomplete login to cloud mine: v3applicationcredential needs application_credential_secret");
    }

    @Test
    void an_application_credential_needs_an_id_or_a_name() {
        machine.clouds("""
                clouds:
                  mine:
                    auth_type: v3applicationcredential
                    auth: {auth_url: 'http://k', application_credential_secret: s}
                """);
        assertThat(machine.failure())
                .hasMessageEndingWith("needs application_credential_id or application_credential_name");
    }

    @Test
    void in_keystone3_a_users_name_needs_a_domain() {
        machine.clouds("clouds: {mine: {auth_type: v3password, auth: {auth_url: 'http://k', username: u}}}");
        assertThat(machine.failure()).hasMessageEndingWith("v3password needs user_domain_name or user_domain_id");
    }

    @Test
    void several_methods_at_once() {
        machine.clouds("""
                clouds:
                  mine:
                    auth_type: v3multifactor
                    auth: {auth_url: 'http://k', auth_methods: [v3password, v3totp], user_id: u, password: p, passcode: 1}
                """);
        assertThat(machine.load().text("auth.passcode")).contains("1");
    }

    @Test
    void several_methods_by_variables() {
        machine.variable("OS_AUTH_URL", "http://k")
                .variable("OS_AUTH_TYPE", "v3multifactor")
                .variable("OS_AUTH_METHODS", "v3password, v3totp")
                .variable("OS_USERNAME", "u")
                .variable("OS_USER_DOMAIN_ID", "default")
                .variable("OS_PASSWORD", "p")
                .variable("OS_PASSCODE", "123456");

        Settings settings = machine.load();
        assertThat(settings.get("auth.auth_methods").map(Setting::value)).contains(List.of("v3password", "v3totp"));
        assertThat(settings.text("auth.username")).contains("u");
        assertThat(settings.text("auth.password")).contains("p");
        assertThat(settings.text("auth.passcode")).contains("123456");
    }

    @Test
    void the_keys_of_several_methods_may_stand_at_the_top_level_too() {
        machine.clouds("""
                clouds:
                  mine:
                    auth_type: v3multifactor
                    auth_methods: [v3password, v3totp]
                    user_id: u
                    password: p
                    passcode: 1
                    auth: {auth_url: 'http://k'}
                """);
        Settings settings = machine.load();
        assertThat(settings.text("auth.user_id")).contains("u");
        assertThat(settings.text("auth.password")).contains("p");
        assertThat(settings.text("auth.passcode")).contains("1");
    }

    @Test
    void a_method_that_is_none_is_an_error_that_names_all() {
        machine.clouds("clouds: {mine: {auth_type: v3multifactor, auth: {auth_methods: 'v3password,magic'}}}");
        assertThat(machine.failure())
                .hasMessageStartingWith("auth.auth_methods (")
                .hasMessageContaining("is no list");
    }

    @Test
    void null_means_none() {
        machine.clouds("clouds: {mine: {auth_type: null, auth: {endpoint: 'http://ironic'}}}");
        assertThat(machine.load().text("auth_type")).contains("none");
    }
}
