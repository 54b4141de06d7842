package io.github.openstackmaven.identity;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.config.ServiceSettings;
import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.RetryPolicy;
import io.github.openstackmaven.http.RetryingTransport;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.http.TokenSource;
import io.github.openstackmaven.http.Transport;
import java.net.URI;
import java.util.Optional;

/** A login that lasts: holds the token, takes a new one in time or when it was rejected, and finds the services. */
public final class KeystoneSession implements TokenSource {
    private final CloudConfig config;
    private final Login login;
    private final Transport transport;
    private final Time time;
    private final Token first;
    private final Endpoints endpoints;
    private Token current;

    private KeystoneSession(CloudConfig config, Login login, Transport transport, Time time) {
        this.config = config;
        this.login = login;
        this.transport = transport;
        this.time = time;
        this.first = login.token();
        this.current = first;
        this.endpoints = new Endpoints(config, first, transport);
    }

    /**
     * Logs in.
     *
     * @throws OpenStackException when Keystone can't be reached, is no Keystone, or refuses
     */
    public static KeystoneSession login(CloudConfig config, Transport transport, Time time) {
        Transport identity = retrying(config, ServiceType.IDENTITY, transport, time);
        return new KeystoneSession(config, Login.of(config, identity, time), transport, time);
    }

    /** Who logged in, to which project, with which services. */
    public Token login() {
        return first;
    }

    /** The region in use: the configured one, else the one whose Keystone was asked. */
    public Optional<String> region() {
        return endpoints.region(ServiceType.IDENTITY);
    }

    /** Whether the cloud has that service. */
    public boolean has(ServiceType type) {
        return endpoints.has(type);
    }

    /**
     * Where that service's API is, version included.
     *
     * @throws OpenStackException when service, region or interface is not in the catalog; lists those that are
     */
    public URI endpoint(ServiceType type) {
        return endpoints.of(type);
    }

    /** A client of that service, in this login's region and interface. */
    public ServiceClient service(ServiceType type) {
        return new ServiceClient(type.officialName(), endpoint(type), retrying(config, type, transport, time), this);
    }

    /**
     * The microversion the settings ask for.
     *
     * @throws OpenStackException when it is malformed
     */
    public Optional<Microversion> defaultMicroversion(ServiceType type) {
        return config.service(type.officialName()).defaultMicroversion().map(setting -> {
            try {
                return Microversion.parse(setting.text());
            } catch (NumberFormatException e) {
                throw new OpenStackException(
                        "Malformed default_microversion of the " + type.officialName() + " service (" + setting.source()
                                + "): '" + setting.text() + "'",
                        "It looks like 2.52.",
                        e);
            }
        });
    }

    @Override
    public synchronized Optional<Secret> token() {
        if (!time.now().isBefore(current.renewAt())) current = login.token();
        return current.id();
    }

    @Override
    public synchronized Optional<Secret> renew(Optional<Secret> rejected) {
        if (current.id().equals(rejected)) current = login.token();
        return current.id();
    }

    private static Transport retrying(CloudConfig config, ServiceType type, Transport transport, Time time) {
        ServiceSettings settings = config.service(type.officialName());
        RetryPolicy standard = RetryPolicy.standard();
        RetryPolicy policy = new RetryPolicy(
                settings.connectRetries().orElse(standard.connects()),
                settings.statusCodeRetries().orElse(standard.statuses()));
        return new RetryingTransport(transport, policy, time);
    }
}
