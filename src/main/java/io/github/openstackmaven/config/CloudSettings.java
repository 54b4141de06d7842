package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Resolved settings, checked and given their types. */
public final class CloudSettings {
    private static final String WAYS = """
            Name the cloud in one of these ways:
              -Dopenstack.cloud=NAME, or <cloud> in the plugin's <configuration>, of an entry of clouds.yaml
              <auth> with <authUrl> and the login in the plugin's <configuration>, or -Dopenstack.auth.authUrl=… and so on
              OS_CLOUD, or OS_AUTH_URL and the other OS_* variables
              -Dopenstack.cloud=simulator, an OpenStack inside this build, to try the plugin
            mvn openstack:init -Dopenstack.cloudsYaml writes a clouds.yaml to fill in.""";

    private final Settings settings;
    private final Environment environment;

    public CloudSettings(Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * All that is needed to log in.
     *
     * @throws OpenStackException when something is missing, malformed or contradictory
     */
    public CloudConfig toCloudConfig() {
        String type = settings.text("auth_type").orElse("password");
        boolean keystone = !type.equals("none") && !type.equals("admin_token");
        if (keystone && settings.text("auth.auth_url").isEmpty()) {
            throw withoutUrl();
        }
        Optional<URI> authUrl =
                keystone ? settings.get("auth.auth_url").map(CloudSettings::versioned) : Optional.empty();
        Credential credential = new Credentials(settings, environment.variables()).read();
        return new CloudConfig(
                authUrl,
                credential,
                Scopes.of(settings, credential),
                TlsSettings.of(settings, environment),
                settings.get("api_timeout").filter(Setting::isTruthy).map(CloudSettings::seconds),
                settings);
    }

    private OpenStackException withoutUrl() {
        return settings.get("cloud")
                .filter(cloud -> !(cloud.source() instanceof Source.Default))
                .map(cloud -> new OpenStackException(
                        "No auth URL for cloud '" + cloud.text() + "' (" + cloud.source() + ")",
                        "Set auth_url under auth of its entry, or OS_AUTH_URL; or name another cloud.\n" + WAYS))
                .orElseGet(() -> new OpenStackException("No cloud to log in to", WAYS));
    }

    private static Duration seconds(Setting timeout) {
        double seconds;
        try {
            seconds = Double.parseDouble(timeout.text());
        } catch (NumberFormatException e) {
            seconds = 0;
        }
        if (seconds >= 0.001) return Duration.ofMillis(Math.round(seconds * 1000));
        throw new OpenStackException(
                "Malformed api_timeout (" + timeout.source() + "): '" + timeout.text() + "' is no number above 0",
                "Write seconds.");
    }

    private static URI versioned(Setting written) {
        String root = HttpUrl.parse(written.text(), "auth URL (" + written.source() + ")")
                .toString()
                .replaceFirst("/v2\\.0$", "");
        return URI.create(root.endsWith("/v3") ? root : root + "/v3");
    }
}
