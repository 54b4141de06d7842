package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings as written, keyed as in clouds.yaml ({@code auth.auth_url}, {@code region_name}); blank values count as absent.
 */
public final class CloudSettings {
    private static final String WAYS = """
            Name the cloud in one of these ways:
              -Dopenstack.auth.authUrl=https://HOST:5000/v3 (and auth.username, auth.password, auth.projectName)
              <auth> with <authUrl>, <username>, <password> and <projectName> in the plugin's <configuration>
              -Dopenstack.cloud=simulator, an OpenStack inside this build, to try the plugin""";

    private final Map<String, String> values;

    public CloudSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Checks the settings and gives them their types.
     *
     * @throws OpenStackException when one is missing or malformed; names all that are missing
     */
    public CloudConfig toCloudConfig() {
        if (get("auth.auth_url").isEmpty()) {
            throw new OpenStackException("No auth URL: no cloud to log in to", WAYS);
        }
        URI authUrl = versioned(get("auth.auth_url").get());
        List<String> missing = new ArrayList<>();
        Optional<Ref> user = ref("auth.user_id", "auth.username");
        Optional<Ref> project = ref("auth.project_id", "auth.project_name");
        Optional<String> password = get("auth.password");
        if (user.isEmpty()) missing.add("username (or userId)");
        if (password.isEmpty()) missing.add("password");
        if (project.isEmpty()) missing.add("projectName (or projectId)");
        if (!missing.isEmpty()) {
            throw new OpenStackException(
                    "Incomplete credentials for " + authUrl + ": no " + String.join(", no ", missing),
                    "Set them in <auth> of the plugin's <configuration>, or as -Dopenstack.auth.NAME=…");
        }
        return new CloudConfig(
                authUrl,
                new CloudConfig.User(user.get(), domain(user.get(), "auth.user_domain_id", "auth.user_domain_name")),
                Secret.of(password.get()),
                new CloudConfig.Project(
                        project.get(), domain(project.get(), "auth.project_domain_id", "auth.project_domain_name")),
                get("region_name"),
                endpointInterface());
    }

    private String endpointInterface() {
        String value = get("interface").orElse("public");
        String plain = value.endsWith("URL") ? value.substring(0, value.length() - 3) : value;
        if (!List.of("public", "internal", "admin").contains(plain)) {
            throw new OpenStackException("Unknown interface '" + value + "'", "Use one of public, internal and admin.");
        }
        return plain;
    }

    // Keystone's own default for what names no domain, as the openstack command sends it.
    private Optional<Ref> domain(Ref of, String idKey, String nameKey) {
        return of instanceof Ref.Id
                ? Optional.empty()
                : Optional.of(ref(idKey, nameKey).orElse(new Ref.Id("default")));
    }

    private Optional<Ref> ref(String idKey, String nameKey) {
        return get(idKey).<Ref>map(Ref.Id::new).or(() -> get(nameKey).map(Ref.Name::new));
    }

    private Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static URI versioned(String written) {
        String plain = written.replaceAll("/+$", "");
        if (plain.endsWith("/v2.0")) plain = plain.substring(0, plain.length() - "/v2.0".length());
        try {
            URI uri = new URI(plain.endsWith("/v3") ? plain : plain + "/v3");
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null) return uri;
        } catch (URISyntaxException e) {
            // falls through to the same answer as a URL without a host
        }
        throw new OpenStackException(
                "Malformed auth URL '" + written + "'", "It looks like https://HOST:5000/v3, with or without the /v3.");
    }
}
