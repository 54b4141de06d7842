package io.github.openstackmaven.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Credential.AccessToken;
import io.github.openstackmaven.config.Credential.AccessToken.Client;
import io.github.openstackmaven.config.Credential.AccessToken.Endpoint;
import io.github.openstackmaven.config.HttpUrl;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.http.UnreadableAnswerException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where access tokens come from: <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749</a>, sections 4.3
 * and 4.4, and the <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID discovery document</a>.
 */
record IdentityProvider(Transport transport) {
    private static final String NAME = "identity provider's";

    /**
     * The token, as given or as asked for.
     *
     * @throws OpenStackException when the provider refuses or can't be reached
     */
    Secret accessToken(AccessToken source) {
        return source.match(
                AccessToken.Given::token, this::ofJob, granted -> token(grant(granted), granted.tokenType()));
    }

    private Secret ofJob(AccessToken.OfGitHubJob job) {
        return token(
                get(job.url(), Map.of("Authorization", "Bearer " + job.bearer().reveal())), "value");
    }

    private Response grant(AccessToken.Granted granted) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", granted.owner().isPresent() ? "password" : "client_credentials");
        granted.owner().ifPresent(owner -> {
            form.put("username", owner.username());
            form.put("password", owner.password().reveal());
        });
        form.put("scope", granted.scope());
        return send(new Request(
                        "POST",
                        tokenEndpoint(granted.endpoint()),
                        Map.of(
                                "Authorization",
                                basic(granted.client()),
                                "Content-Type",
                                "application/x-www-form-urlencoded"),
                        Optional.of(form.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"))))
                .forToken());
    }

    private URI tokenEndpoint(Endpoint endpoint) {
        if (!endpoint.isDiscovery()) return endpoint.url();
        Response document = get(endpoint.url(), Map.of());
        return HttpUrl.ofPage(
                text(document, "token_endpoint").orElseThrow(() -> missing(endpoint.url(), "token_endpoint")),
                "token_endpoint in the discovery document at " + endpoint.url());
    }

    private Secret token(Response response, String field) {
        return Secret.of(text(response, field)
                .orElseThrow(() -> new OpenStackException(
                        "The identity provider's answer has no " + field,
                        "Check access_token_type and the provider's configuration of this client.")));
    }

    private Response get(URI uri, Map<String, String> headers) {
        return send(new Request("GET", uri, headers, Optional.empty()));
    }

    private Response send(Request request) {
        Request wanting = request.wanting(IdentityProvider::isJson);
        Response response = transport.send(wanting);
        if (response.successful() && isJson(response)) return response;
        if (response.successful()) throw new UnreadableAnswerException(NAME, wanting, response, "it is no JSON");
        HttpStatusException refusal = new HttpStatusException(NAME, wanting, response);
        if (refusal.mayPass()) throw refusal;
        throw new LoginRefusedException(
                "The identity provider gives no token. " + refusal.getMessage(),
                "Check the client's id and secret, the scope, and the endpoint.");
    }

    private static boolean isJson(Response response) {
        return Json.parse(response.body()).isPresent();
    }

    private static Optional<String> text(Response response, String field) {
        return Json.parse(response.body())
                .map(body -> body.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private static OpenStackException missing(URI document, String field) {
        return new OpenStackException(
                "No " + field + " in the discovery document at " + document,
                "It ends in /.well-known/openid-configuration; or set access_token_endpoint.");
    }

    private static String basic(Client client) {
        String pair = client.id() + ":" + client.secret().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
