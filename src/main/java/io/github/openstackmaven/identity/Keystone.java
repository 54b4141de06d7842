package io.github.openstackmaven.identity;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.Credential;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.http.UnreadableAnswerException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes tokens from Keystone: <a href="https://docs.openstack.org/api-ref/identity/v3/">Identity API v3</a>. */
final class Keystone {
    private final CloudConfig config;
    private final Transport transport;
    private final Time time;

    Keystone(CloudConfig config, Transport transport, Time time) {
        this.config = config;
        this.transport = transport;
        this.time = time;
    }

    /** The root of the API, version included. */
    URI root() {
        return config.authUrl().orElseThrow();
    }

    /**
     * A token of the configured scope.
     *
     * @throws LoginRefusedException when Keystone refuses
     * @throws OpenStackException when Keystone can't be reached, or is no Keystone
     */
    Token token(List<Credential.Method> methods, Patience patience) {
        Request request = request(AuthRequest.of(methods, config.scope()))
                .with(patience)
                .wanting(answer -> Json.answer(answer.body(), TokenBody.class).isPresent());
        Response response = transport.send(request);
        if (response.headers().firstValue("Openstack-Auth-Receipt").isPresent()) {
            throw new Refusal(config, methods).forMore(response);
        }
        HttpStatusException refusal = new HttpStatusException("identity", request, response);
        if (response.status() >= 500 || response.isElsewhere(request)) throw refusal;
        if (response.successful() || !isKeystone(response)) return read(request, response, true);
        // An unknown token or application credential is a 404.
        if (response.status() != 401 && response.status() != 404) throw refusal;
        throw new Refusal(config, methods).explain(refusal);
    }

    /**
     * What a token is good for; empty when it is good for nothing any more.
     *
     * @throws OpenStackException when Keystone can't be reached, or has a problem
     */
    Optional<Token> known(Secret token, Patience patience) {
        Map<String, String> headers = Map.of("X-Auth-Token", token.reveal(), "X-Subject-Token", token.reveal());
        Request request = new Request("GET", tokens(), headers, Optional.empty())
                .with(patience)
                .wanting(answer -> Json.answer(answer.body(), TokenBody.class).isPresent());
        Response response = transport.send(request);
        if (response.successful()) return Optional.of(read(request, response, false));
        // Only Keystone's own word is the end of a token, which a spent passcode can't replace.
        HttpStatusException refusal = new HttpStatusException("identity", request, response);
        if (refusal.mayPass()) throw refusal;
        if (!isKeystone(response)) throw new NotKeystoneException(root(), response);
        return Optional.empty();
    }

    // What is no Keystone fails here too: it sends neither the header nor the body.
    private Token read(Request request, Response response, boolean isNew) {
        Optional<Secret> id = response.headers().firstValue("X-Subject-Token").map(Secret::of);
        if (!response.successful() || id.isEmpty()) throw new NotKeystoneException(root(), response);
        TokenBody.Content content = Json.answer(response.body(), TokenBody.class)
                .orElseThrow(() -> new UnreadableAnswerException("identity", request, response, "it is no token"))
                .token();
        Instant now = time.now();
        return Token.issued(
                id.get(),
                now,
                isNew ? Duration.between(content.issuedAt().orElse(now), now) : Duration.ZERO,
                Duration.between(content.issuedAt().orElse(now), content.expiresAt()),
                content.user(),
                content.project(),
                new Catalog(content.catalog()));
    }

    private URI tokens() {
        return URI.create(root() + "/auth/tokens");
    }

    static boolean isKeystone(Response response) {
        return Json.parse(response.body()).filter(body -> body.has("error")).isPresent();
    }

    private Request request(AuthRequest body) {
        return new Request("POST", tokens(), Map.of(), Optional.of(Json.write(body))).forToken();
    }
}
