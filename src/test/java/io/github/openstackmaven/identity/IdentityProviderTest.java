package io.github.openstackmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.config.Credential.AccessToken;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.Transport;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityProviderTest {
    private final List<Request> asked = new ArrayList<>();

    @Test
    void a_job_of_github_actions_asks_for_its_own_token() {
        AccessToken job = new AccessToken.OfGitHubJob(
                URI.create("https://actions.example/token?api-version=2"), Secret.of("runner"));

        assertThat(new IdentityProvider(answering("{\"value\": \"job-token\"}")).accessToken(job))
                .isEqualTo(Secret.of("job-token"));
        assertThat(asked)
                .singleElement()
                .extracting(Request::method, Request::uri, Request::headers)
                .containsExactly("GET", job(job), Map.of("Authorization", "Bearer runner"));
    }

    @Test
    void a_grant_names_client_and_scope_as_rfc_6749_has_it() {
        AccessToken granted = new AccessToken.Granted(
                new AccessToken.Endpoint(URI.create("https://idp.example/token"), false),
                new AccessToken.Client("ci", Secret.of("s")),
                "openid profile",
                Optional.empty(),
                "id_token");

        assertThat(new IdentityProvider(answering("{\"access_token\": \"a\", \"id_token\": \"i\"}"))
                        .accessToken(granted))
                .isEqualTo(Secret.of("i"));
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.headers())
                    .containsEntry("Authorization", "Basic Y2k6cw==")
                    .containsEntry("Content-Type", "application/x-www-form-urlencoded");
            assertThat(request.body()).contains("grant_type=client_credentials&scope=openid+profile");
        });
    }

    @Test
    void an_answer_without_the_token_is_told_as_such() {
        AccessToken job = new AccessToken.OfGitHubJob(URI.create("https://actions.example/"), Secret.of("runner"));

        assertThatThrownBy(() -> new IdentityProvider(answering("{}")).accessToken(job))
                .hasMessage("The identity provider's answer has no value");
    }

    private Transport answering(String body) {
        return request -> {
            asked.add(request);
            return new Response(200, HttpHeaders.of(Map.of(), (name, value) -> true), body);
        };
    }

    private static URI job(AccessToken token) {
        return ((AccessToken.OfGitHubJob) token).url();
    }
}
