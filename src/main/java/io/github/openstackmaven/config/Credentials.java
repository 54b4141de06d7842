package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Credential.AccessToken;
import io.github.openstackmaven.config.Credential.Method;
import io.github.openstackmaven.config.Credential.User;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The credential that the settings of a cloud describe, by their {@code auth_type}. */
final class Credentials {
    private final Settings settings;
    private final Map<String, String> variables;
    private final List<String> missing = new ArrayList<>();

    /**
     * Credentials of resolved settings.
     *
     * @param variables the environment, for a job's token that the settings don't give
     */
    Credentials(Settings settings, Map<String, String> variables) {
        this.settings = settings;
        this.variables = variables;
    }

    /**
     * The credential with its secrets.
     *
     * @throws OpenStackException when something is missing, naming all of it, or this kind of login is not supported
     */
    Credential read() {
        String type = settings.text("auth_type").orElse("password");
        Credential credential = switch (type) {
            case "admin_token" -> new Credential.AdminToken(uri("auth.endpoint"), secret("token"));
            case "none" -> new Credential.None();
            case "v3multifactor" ->
                new Credential.MultiFactor(methods().stream().map(this::method).toList());
            case "v3oidcaccesstoken" -> federated(accessToken());
            case "v3oidcclientcredentials" -> federated(granted(Optional.empty()));
            case "v3oidcpassword" ->
                federated(granted(Optional.of(new AccessToken.Owner(text("username"), secret("password")))));
            default -> method(type);
        };
        if (!missing.isEmpty()) {
            throw new OpenStackException(
                    "Incomplete credentials for "
                            + settings.text("auth.auth_url").orElse("the cloud") + " (auth_type " + type + "): no "
                            + String.join(", no ", missing),
                    "Set them in auth of the cloud's entry in clouds.yaml or secure.yaml, as OS_* variables where no cloud"
                            + " is named, in <auth> of the plugin's <configuration>, or as -Dopenstack.auth.NAME=….");
        }
        return credential;
    }

    private Method method(String type) {
        return switch (type) {
            case "password", "v3password" -> new Credential.Password(user(), secret("password"));
            case "v3totp" -> new Credential.Passcode(user(), secret("passcode"));
            case "token", "v3token" -> new Credential.Token(secret("token"));
            case "v3applicationcredential" -> application();
            default ->
                throw new OpenStackException(
                        "This plugin can't log in by auth_type " + type
                                + settings.get("auth_type")
                                        .map(written -> " (" + written.source() + ")")
                                        .orElse(""),
                        "It can by password, token, v3applicationcredential, v3totp, v3multifactor, v3oidcaccesstoken,"
                                + " v3oidcclientcredentials, v3oidcpassword, admin_token and none.");
        };
    }

    private List<String> methods() {
        return settings.get("auth.auth_methods")
                .map(Setting::value)
                .filter(List.class::isInstance)
                .map(value -> ((List<?>) value).stream().map(PythonText::of).toList())
                .orElse(List.of());
    }

    private Method application() {
        Optional<IdOrName> credential = ref("application_credential_id", "application_credential_name");
        if (credential.isEmpty()) missing.add("application_credential_id (or application_credential_name)");
        boolean byName = credential.filter(IdOrName.Name.class::isInstance).isPresent();
        return new Credential.Application(
                credential.orElse(new IdOrName.Id("")),
                byName ? Optional.of(user()) : Optional.empty(),
                secret("application_credential_secret"));
    }

    private User user() {
        Optional<IdOrName> user = ref("user_id", "username");
        if (user.isEmpty()) missing.add("username (or user_id)");
        return new User(
                user.orElse(new IdOrName.Id("")),
                user.flatMap(named -> Domains.of(settings, named, "user_domain_id", "user_domain_name")));
    }

    private Credential federated(AccessToken accessToken) {
        return new Credential.Federated(text("identity_provider"), text("protocol"), accessToken);
    }

    private AccessToken accessToken() {
        Optional<String> given = settings.text("auth.access_token");
        String url = variables.getOrDefault("ACTIONS_ID_TOKEN_REQUEST_URL", "");
        String bearer = variables.getOrDefault("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "");
        return given.isEmpty() && !url.isEmpty() && !bearer.isEmpty()
                ? new AccessToken.OfGitHubJob(HttpUrl.ofPage(url, "ACTIONS_ID_TOKEN_REQUEST_URL"), Secret.of(bearer))
                : new AccessToken.Given(secret("access_token"));
    }

    private AccessToken granted(Optional<AccessToken.Owner> owner) {
        Optional<String> endpoint = settings.text("auth.access_token_endpoint");
        AccessToken.Client client = new AccessToken.Client(text("client_id"), secret("client_secret"));
        URI url = endpoint.isPresent() ? uri("auth.access_token_endpoint") : uri("auth.discovery_endpoint");
        return new AccessToken.Granted(
                new AccessToken.Endpoint(url, endpoint.isEmpty()),
                client,
                settings.text("auth.scope").orElse("openid profile"),
                owner,
                settings.text("auth.access_token_type").orElse("access_token"));
    }

    private Optional<IdOrName> ref(String idKey, String nameKey) {
        return settings.text("auth." + idKey)
                .<IdOrName>map(IdOrName.Id::new)
                .or(() -> settings.text("auth." + nameKey).map(IdOrName.Name::new));
    }

    private String text(String key) {
        return settings.text("auth." + key).orElseGet(() -> {
            missing.add(key);
            return "";
        });
    }

    private Secret secret(String key) {
        return Secret.of(text(key));
    }

    private URI uri(String key) {
        Optional<String> written = settings.text(key);
        if (written.isEmpty()) missing.add(key.replaceFirst("^auth\\.", ""));
        return written.isEmpty() ? URI.create("") : HttpUrl.parse(written.get(), key);
    }
}
