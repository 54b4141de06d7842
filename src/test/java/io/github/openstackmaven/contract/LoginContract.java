package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.identity.Token;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The ways to log in that any Keystone has, for user {@code demo} with a role in projects {@code demo} and
 * {@code other} and an application credential {@code ci}.
 */
abstract class LoginContract {
    private CloudUnderTest demo;

    abstract CloudUnderTest demo();

    /** The same user's application credential. */
    abstract CloudUnderTest application();

    /** A user with a role on the system. */
    abstract CloudUnderTest admin();

    @BeforeEach
    void connect() {
        demo = demo();
    }

    @Test
    void a_password_logs_in_to_a_project() {
        Token token = demo.logIn().session().login();

        assertThat(token.user()).map(Token.NamedResource::name).contains("demo");
        assertThat(token.project()).map(Token.NamedResource::name).contains("demo");
    }

    @Test
    void another_project_of_the_same_user_is_another_scope() {
        Token token = demo.with("auth.project_name", "other").logIn().session().login();

        assertThat(token.project()).map(Token.NamedResource::name).contains("other");
    }

    @Test
    void a_token_logs_in_and_is_scoped_anew() {
        Secret given = demo.logIn().session().token().orElseThrow();

        Token token = demo.with("auth_type", "token")
                .without("auth.password")
                .without("auth.username")
                .with("auth.token", given.reveal())
                .with("auth.project_name", "other")
                .logIn()
                .session()
                .login();

        assertThat(token.user()).map(Token.NamedResource::name).contains("demo");
        assertThat(token.project()).map(Token.NamedResource::name).contains("other");
    }

    @Test
    void a_token_that_is_none_is_told_as_such() {
        assertThatThrownBy(() -> demo.with("auth_type", "v3token")
                        .with("auth.token", "s3cret")
                        .logIn())
                .hasMessageStartingWith("Keystone refused the given token. The identity service says: ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_token_that_was_revoked_is_replaced_without_a_word() {
        Cloud cloud = demo.logIn();
        Secret revoked = cloud.session().token().orElseThrow();
        cloud.service(ServiceType.IDENTITY)
                .with(Map.of("X-Subject-Token", revoked.reveal()))
                .delete("/auth/tokens");

        assertThat(cloud.compute().flavors()).isNotEmpty();
        assertThat(cloud.images().byName("no-such-image")).isEmpty();
    }

    @Test
    void an_application_credential_logs_in_to_its_own_project() {
        Cloud cloud = application().logIn();

        assertThat(cloud.session().login().project())
                .map(Token.NamedResource::name)
                .contains("demo");
        assertThat(cloud.compute().flavors()).isNotEmpty();
    }

    @Test
    void an_application_credential_may_be_named_beside_its_user() {
        Token token = application()
                .without("auth.application_credential_id")
                .with("auth.application_credential_name", "ci")
                .with("auth.username", "demo")
                .with("auth.user_domain_id", "default")
                .logIn()
                .session()
                .login();

        assertThat(token.user()).map(Token.NamedResource::name).contains("demo");
    }

    @Test
    void a_wrong_application_credential_is_told_with_what_to_look_for() {
        OpenStackException e = catchThrowableOfType(
                OpenStackException.class,
                () -> application()
                        .with("auth.application_credential_secret", "s3cret")
                        .logIn());

        assertThat(e)
                .hasMessageStartingWith("Keystone refused application credential ")
                .hasMessageNotContaining("s3cret");
        assertThat(e.advice()).contains("expired");
    }

    @Test
    void an_application_credential_takes_no_scope() {
        assertThatThrownBy(() -> application().with("auth.project_name", "demo").logIn())
                .hasMessage("An application credential is good for its own project alone, but there is"
                        + " auth.project_name (the test)");
    }

    @Test
    void a_domain_where_the_user_has_no_role_is_told_as_a_refusal() {
        assertThatThrownBy(() -> demo.without("auth.project_name")
                        .with("auth.domain_id", "default")
                        .logIn())
                .hasMessageContaining("Keystone refused user demo")
                .hasMessageContaining("HTTP 401");
    }

    @Test
    void the_whole_system_is_a_scope_of_an_administrator() {
        Token token = admin().without("auth.project_name")
                .with("auth.system_scope", "all")
                .logIn()
                .session()
                .login();

        assertThat(token.user()).map(Token.NamedResource::name).contains("admin");
        assertThat(token.project()).isEmpty();
    }

    @Test
    void a_service_may_be_reached_with_a_fixed_token_and_without_keystone() {
        Cloud cloud = demo.logIn();
        String nova = cloud.endpoints().of(ServiceType.COMPUTE).toString();

        Cloud fixed = demo.only("auth_type", "admin_token")
                .with("auth.token", cloud.session().token().orElseThrow().reveal())
                .with("auth.endpoint", nova)
                .with("compute_endpoint_override", nova)
                .logIn();

        assertThat(fixed.compute().flavors()).isEqualTo(cloud.compute().flavors());
    }
}
