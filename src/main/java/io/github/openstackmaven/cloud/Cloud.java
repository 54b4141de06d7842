package io.github.openstackmaven.cloud;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.KeypairClient;
import io.github.openstackmaven.compute.ServerGroupClient;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.identity.Endpoints;
import io.github.openstackmaven.identity.KeystoneSession;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.identity.Token;
import io.github.openstackmaven.image.GlanceImages;
import io.github.openstackmaven.image.ImageClient;
import io.github.openstackmaven.image.NovaImages;
import io.github.openstackmaven.network.FloatingIpClient;
import io.github.openstackmaven.network.NetworkClient;
import io.github.openstackmaven.network.PortClient;
import io.github.openstackmaven.network.SecurityGroupClient;
import io.github.openstackmaven.volume.VolumeClient;
import java.time.Duration;
import java.util.Optional;

/** A cloud that is logged in to: a client for each of its services. Making one sends nothing. */
public final class Cloud {
    // A login's answer may take some seconds.
    private static final Duration NOTICEABLE = Duration.ofSeconds(30);

    private final CloudConfig config;
    private final KeystoneSession session;
    private final Endpoints endpoints;
    private final Time time;
    private final Patience patience;

    /** A cloud by a login that may be another's too. */
    public Cloud(CloudConfig config, KeystoneSession session, Transport transport, Time time) {
        this(config, session, new Endpoints(config, session.login(), transport, time), time, Patience.standard());
    }

    private Cloud(CloudConfig config, KeystoneSession session, Endpoints endpoints, Time time, Patience patience) {
        this.config = config;
        this.session = session;
        this.endpoints = endpoints;
        this.time = time;
        this.patience = patience;
    }

    /** The same cloud for who waits so long. */
    public Cloud with(Patience other) {
        return new Cloud(config, session, endpoints, time, other);
    }

    /**
     * Logs in.
     *
     * @throws OpenStackException when Keystone can't be reached, is no Keystone, or refuses
     */
    public static Cloud login(CloudConfig config, Transport transport, Time time) {
        return login(config, transport, time, Patience.standard());
    }

    /** The same for who waits no longer for the login. */
    public static Cloud login(CloudConfig config, Transport transport, Time time, Patience patience) {
        return new Cloud(config, KeystoneSession.login(config, transport, time, patience), transport, time);
    }

    /**
     * Goes on with the token of an earlier login; empty when it is of no more use.
     *
     * @throws OpenStackException when Keystone can't be reached, or has a problem
     */
    public static Optional<Cloud> resume(
            CloudConfig config, Secret token, Transport transport, Time time, Patience patience) {
        return KeystoneSession.resume(config, token, transport, time, patience)
                .map(session -> new Cloud(config, session, transport, time));
    }

    /** What it was logged in with. */
    public CloudConfig config() {
        return config;
    }

    /** The login itself. */
    public KeystoneSession session() {
        return session;
    }

    /**
     * The cloud's clock, as well as it is known: until when things live is read by other machines, and this one's clock may
     * be wrong.
     */
    public Time clock() {
        Duration ahead = ahead();
        return ahead.isZero() ? time : time.putBack(ahead);
    }

    /** How far this machine's clock is ahead of that one; zero where that is not known, or not noticeable. */
    public Duration ahead() {
        Duration ahead = session.login().ahead();
        return ahead.abs().compareTo(NOTICEABLE) < 0 ? Duration.ZERO : ahead;
    }

    /** Where the services are. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** Where it is: the auth URL. */
    public String place() {
        return config.place();
    }

    /** The project logged in to; empty for another scope. */
    public Optional<String> projectId() {
        return session.login().project().map(Token.NamedResource::id);
    }

    /** The user logged in as; empty for who is none, as without Keystone. */
    public Optional<String> userId() {
        return session.login().user().map(Token.NamedResource::id);
    }

    /** The network that the settings hint at for servers that name none. */
    public Optional<String> defaultNetwork() {
        return config.defaultNetwork();
    }

    /** The network that the settings hint at for floating IPs. */
    public Optional<String> floatingNetwork() {
        return config.floatingNetwork();
    }

    /** A client of a service's API, below which each service's own client works. */
    public ServiceClient service(ServiceType type) {
        return new ServiceClient(
                        type.officialName(),
                        endpoints.of(type, patience),
                        endpoints.patient(type),
                        session.with(patience))
                .with(patience);
    }

    /** Images, through Nova where the cloud shows no image service. */
    public ImageClient images() {
        return hasImages() ? glance() : new NovaImages(service(ServiceType.COMPUTE));
    }

    /** Whether the cloud has an image service, where images are changed and deleted. */
    public boolean hasImages() {
        return endpoints.has(ServiceType.IMAGE);
    }

    /** Images, which a project changes and deletes as well. */
    public GlanceImages glance() {
        return new GlanceImages(service(ServiceType.IMAGE));
    }

    /** Flavors and servers. */
    public ComputeClient compute() {
        return new ComputeClient(service(ServiceType.COMPUTE), defaultMicroversion());
    }

    /** Whether the cloud has a network service. */
    public boolean hasNetworks() {
        return endpoints.has(ServiceType.NETWORK);
    }

    /** Whether the cloud has a volume service. */
    public boolean hasVolumes() {
        return endpoints.has(ServiceType.BLOCK_STORAGE);
    }

    /** The user's keypairs. */
    public KeypairClient keypairs() {
        return new KeypairClient(service(ServiceType.COMPUTE));
    }

    /** Groups of servers that run together or apart. */
    public ServerGroupClient serverGroups() {
        return new ServerGroupClient(service(ServiceType.COMPUTE));
    }

    /** Networks, subnets and their quota. */
    public NetworkClient network() {
        return new NetworkClient(service(ServiceType.NETWORK));
    }

    /** Ports. */
    public PortClient ports() {
        return new PortClient(service(ServiceType.NETWORK));
    }

    /** Floating IPs. */
    public FloatingIpClient floatingIps() {
        return new FloatingIpClient(service(ServiceType.NETWORK));
    }

    /** Security groups and their rules. */
    public SecurityGroupClient securityGroups() {
        return new SecurityGroupClient(service(ServiceType.NETWORK));
    }

    private Optional<Microversion> defaultMicroversion() {
        return config.service(ServiceType.COMPUTE.officialName())
                .defaultMicroversion()
                .map(setting -> {
                    try {
                        return Microversion.parse(setting.text());
                    } catch (NumberFormatException e) {
                        throw new OpenStackException(
                                "Malformed compute_default_microversion (" + setting.source() + "): '" + setting.text()
                                        + "'",
                                "It looks like 2.52, or is latest.",
                                e);
                    }
                });
    }

    /** Volumes and snapshots. */
    public VolumeClient volume() {
        return new VolumeClient(service(ServiceType.BLOCK_STORAGE));
    }
}
