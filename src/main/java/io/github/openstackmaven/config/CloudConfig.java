package io.github.openstackmaven.config;

import java.net.URI;
import java.time.Duration;
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

    /** Where the cloud is, for messages. */
    public String place() {
        return authUrl.map(URI::toString).orElse("without Keystone");
    }
}
