package io.github.openstackmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import java.net.http.HttpHeaders;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A login by way of an identity provider: which of the three answers is final, and which may pass. */
class FederatedLoginTest {
    private static final String PAGE = "<html>Sign in</html>";
    private static final String NO = "{\"error\": {\"code\": 401, \"message\": \"requires authentication\"}}";
    private static final Response GRANTED = answer(200, "{\"access_token\": \"a\"}");
    private static final Response UNSCOPED = token("unscoped", "{}");
    private static final Response SCOPED = token("scoped", """
            {"token": {"issued_at": "2026-01-01T00:00:00Z", "expires_at": "2026-01-01T01:00:00Z"}}""");

    private final Answers provider = new Answers(GRANTED);
    private final Answers federation = new Answers(UNSCOPED);
    private final Answers keystone = new Answers(SCOPED);

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 429, 500, 502, 503, 504})
    void a_trouble_that_may_pass_is_no_refusal_whichever_of_the_two_has_it(int status) {
        provider.last = answer(status, "");
        assertThatItMayPass();

        provider.last = GRANTED;
        federation.last = answer(status, "");
        assertThatItMayPass();
    }

    @Test
    void a_page_of_a_proxy_in_between_is_no_refusal_either() {
        provider.last = answer(200, PAGE);
        assertThatItMayPass();

        provider.last = GRANTED;
        federation.last = answer(200, PAGE);
        assertThatItMayPass();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void both_are_asked_again_like_keystone_itself(int status) {
        List.of(provider, federation, keystone).forEach(one -> one.first.add(answer(status, "")));

        assertThat(logIn().token()).contains(Secret.of("scoped"));
    }

    @Test
    void a_client_that_the_provider_refuses_is_asked_for_no_second_time() {
        provider.last = answer(401, "{\"error\": \"invalid_client\"}");

        assertThatThrownBy(this::logIn)
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageStartingWith("The identity provider gives no token. ");
        assertThat(provider.asked).isOne();
    }

    @Test
    void a_user_without_a_role_hears_of_the_role_and_not_of_the_token() {
        keystone.last = answer(401, NO);

        assertThatThrownBy(this::logIn)
                .isInstanceOfSatisfying(
                        LoginRefusedException.class, e -> assertThat(e.advice()).contains("roles"))
                .hasMessageStartingWith(
                        "The user of identity provider gitlab has no role in project p1, or there is no such project. ");
    }

    private void assertThatItMayPass() {
        assertThatThrownBy(this::logIn)
                .isNotInstanceOf(LoginRefusedException.class)
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.mayPass()).isTrue());
    }

    private KeystoneSession logIn() {
        return KeystoneSession.login(config(), this::send, new SteppedTime());
    }

    private Response send(Request request) {
        if (request.uri().getHost().equals("idp.example")) return provider.next();
        return request.uri().getPath().contains("OS-FEDERATION") ? federation.next() : keystone.next();
    }

    private static CloudConfig config() {
        Map<String, Object> settings = Map.of(
                "auth_type", "v3oidcclientcredentials",
                "auth.auth_url", "http://cloud:5000",
                "auth.identity_provider", "gitlab",
                "auth.protocol", "openid",
                "auth.client_id", "ci",
                "auth.client_secret", "s",
                "auth.access_token_endpoint", "https://idp.example/token",
                "auth.project_id", "p1");
        return new CloudSettings(Settings.of(settings, new Source.Explicit("the test")), Environment.of(Map.of()))
                .toCloudConfig();
    }

    private static Response answer(int status, String body) {
        return new Response(status, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }

    private static Response token(String id, String body) {
        return new Response(201, HttpHeaders.of(Map.of("X-Subject-Token", List.of(id)), (name, value) -> true), body);
    }

    /** Some answers at first, and then one for ever. */
    private static final class Answers {
        private final Queue<Response> first = new ArrayDeque<>();
        private Response last;
        private int asked;

        Answers(Response last) {
            this.last = last;
        }

        Response next() {
            asked++;
            return first.isEmpty() ? last : first.remove();
        }
    }
}
