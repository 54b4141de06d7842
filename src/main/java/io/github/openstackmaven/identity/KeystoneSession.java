package io.github.openstackmaven.identity;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.http.TokenSource;
import io.github.openstackmaven.http.Transport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A login that lasts: holds the token, takes a new one when it was rejected, and finds the services. */
public final class KeystoneSession implements TokenSource {
    private final CloudConfig config;
    private final Transport transport;
    private final Token first;
    private Token current;

    private KeystoneSession(CloudConfig config, Transport transport, Token token) {
        this.config = config;
        this.transport = transport;
        this.first = token;
        this.current = token;
    }

    /**
     * Logs in.
     *
     * @throws OpenStackException when Keystone can't be reached, is no Keystone, or refuses
     */
    public static KeystoneSession login(CloudConfig config, Transport transport) {
        return new KeystoneSession(config, transport, authenticate(config, transport));
    }

    /** Who logged in, to which project, with which services. */
    public Token login() {
        return first;
    }

    /** The region in use: the configured one, else the one whose Keystone was asked. */
    public Optional<String> region() {
        return config.region().or(() -> first.catalog().regionOf(config.authUrl()));
    }

    /** Whether the cloud has that service. */
    public boolean has(ServiceType type) {
        return first.catalog().has(type);
    }

    /** A client of that service, in this login's region and interface. */
    public ServiceClient service(ServiceType type) {
        URI endpoint = first.catalog().endpoint(type, region(), config.endpointInterface());
        return new ServiceClient(type.officialName(), endpoint, transport, this);
    }

    @Override
    public synchronized Secret token() {
        return current.id();
    }

    @Override
    public synchronized Secret renew(Secret rejected) {
        if (current.id().equals(rejected)) current = authenticate(config, transport);
        return current.id();
    }

    private static Token authenticate(CloudConfig config, Transport transport) {
        Request request = request(config, AuthRequest.scoped(config));
        Response response = transport.send(request);
        if (response.successful() || !isKeystone(response)) return token(config, response);
        HttpStatusException refusal = new HttpStatusException("identity", request, response);
        throw response.status() == 401 ? refused(config, transport, refusal) : refusal;
    }

    // What is no Keystone fails here too: it sends neither the header nor the body.
    private static Token token(CloudConfig config, Response response) {
        Optional<Secret> id = response.headers().firstValue("X-Subject-Token").map(Secret::of);
        Optional<TokenBody.Content> body =
                Json.read(response.body(), TokenBody.class).map(TokenBody::token);
        if (id.isEmpty() || body.isEmpty()) {
            throw new OpenStackException(
                    "What answers at " + config.authUrl() + " is not Keystone (HTTP " + response.status() + ")",
                    "The auth URL is the identity service's, like https://HOST:5000/v3 or https://HOST/identity/v3;"
                            + " the dashboard shows it under API Access.");
        }
        TokenBody.Content content = body.get();
        List<Catalog.Service> catalog = Optional.ofNullable(content.catalog()).orElse(List.of());
        return new Token(id.get(), content.expiresAt(), content.user(), content.project(), new Catalog(catalog));
    }

    private static boolean isKeystone(Response response) {
        return Json.parse(response.body()).filter(body -> body.has("error")).isPresent();
    }

    // Keystone answers a wrong password and a project without a role alike; only an unscoped login tells which it was.
    private static OpenStackException refused(CloudConfig config, Transport transport, HttpStatusException refusal) {
        Response unscoped = transport.send(request(config, AuthRequest.unscoped(config)));
        Optional<String> token = unscoped.headers().firstValue("X-Subject-Token");
        if (!unscoped.successful() || token.isEmpty()) {
            return new OpenStackException(
                    "Wrong user name or password: Keystone refused user "
                            + config.user().user().text() + ". " + refusal.getMessage(),
                    "Check the user, its domain and the password at " + config.authUrl() + ".");
        }
        Request list = new Request(
                "GET",
                URI.create(config.authUrl() + "/auth/projects"),
                Map.of("X-Auth-Token", token.get()),
                Optional.empty());
        List<String> projects = Json.read(transport.send(list).body(), Projects.class)
                .flatMap(body -> Optional.ofNullable(body.projects()))
                .orElse(List.of())
                .stream()
                .map(Token.NamedResource::name)
                .sorted()
                .toList();
        return new OpenStackException(
                "User " + config.user().user().text() + " has no role in a project "
                        + config.project().project().text() + ". " + refusal.getMessage(),
                "Password and user are right. The user's projects are " + String.join(", ", projects)
                        + "; check the project's domain as well.");
    }

    private static Request request(CloudConfig config, AuthRequest body) {
        return new Request(
                "POST", URI.create(config.authUrl() + "/auth/tokens"), Map.of(), Optional.of(Json.write(body)));
    }

    private record Projects(List<Token.NamedResource> projects) {}
}
