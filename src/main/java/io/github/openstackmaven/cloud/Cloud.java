package io.github.openstackmaven.cloud;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.identity.KeystoneSession;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.image.GlanceImages;
import io.github.openstackmaven.image.ImageClient;
import io.github.openstackmaven.image.NovaImages;
import io.github.openstackmaven.network.NetworkClient;
import io.github.openstackmaven.volume.VolumeClient;

/** A cloud that is logged in to: a client for each of its services. Making one sends nothing. */
public final class Cloud {
    private final KeystoneSession session;

    private Cloud(KeystoneSession session) {
        this.session = session;
    }

    /**
     * Logs in.
     *
     * @throws io.github.openstackmaven.OpenStackException when Keystone can't be reached, is no Keystone, or refuses
     */
    public static Cloud login(CloudConfig config, Transport transport, Time time) {
        return new Cloud(KeystoneSession.login(config, transport, time));
    }

    /** The login itself. */
    public KeystoneSession session() {
        return session;
    }

    /** Images, through Nova where the cloud shows no image service. */
    public ImageClient images() {
        return session.has(ServiceType.IMAGE)
                ? new GlanceImages(session.service(ServiceType.IMAGE))
                : new NovaImages(session.service(ServiceType.COMPUTE));
    }

    /** Flavors and servers. */
    public ComputeClient compute() {
        return new ComputeClient(
                session.service(ServiceType.COMPUTE), session.defaultMicroversion(ServiceType.COMPUTE));
    }

    /** Networks. */
    public NetworkClient network() {
        return new NetworkClient(session.service(ServiceType.NETWORK));
    }

    /** Volumes and snapshots. */
    public VolumeClient volume() {
        return new VolumeClient(session.service(ServiceType.BLOCK_STORAGE));
    }
}
