package io.github.openstackmaven.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything needed to log in to one cloud and find its services.
 *
 * @param authUrl Keystone's root including the version, without a trailing slash: {@code http://host:5000/v3}; empty
 *     for a login without Keystone
 * @param answerTimeout how long a service may take to answer; empty for the plugin's default
 * @param settings all settings the cloud was resolved from, for what differs by service
 */
public record CloudConfig(
        Optional<URI> authUrl,
        Credential credential,
        Scope scope,
        TlsSettings tls,
        Optional<Duration> answerTimeout,
        Settings settings) {

    /** What holds for one service, by its official type. */
    public ServiceSettings service(String type) {
        return ServiceSettings.of(settings, type);
    }

    /** The network of {@code networks} with {@code default_interface}. */
    public Optional<String> defaultNetwork() {
        return hintedNetwork("default_interface");
    }

    /** The network of {@code networks} with {@code nat_source}: that of floating IPs. */
    public Optional<String> floatingNetwork() {
        return hintedNetwork("nat_source");
    }

    private Optional<String> hintedNetwork(String hint) {
        return settings.get("networks").map(Setting::value).filter(List.class::isInstance).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .filter(Map.class::isInstance)
                .map(network -> (Map<?, ?>) network)
                .filter(network -> Boolean.TRUE.equals(network.get(hint)))
                .map(network -> String.valueOf(network.get("name")))
                .findFirst();
    }

    /** What tells one login from another, whatever differs in endpoints. */
    public Login login() {
        return new Login(authUrl, credential, scope, tls);
    }

    /** Where one logs in, as whom, and to what. */
    public record Login(Optional<URI> authUrl, Credential credential, Scope scope, TlsSettings tls) {}

    /** Where the cloud is, for messages. */
    public String place() {
        return authUrl.map(URI::toString).orElse("without Keystone");
    }
}
