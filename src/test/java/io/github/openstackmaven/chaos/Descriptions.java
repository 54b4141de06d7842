package io.github.openstackmaven.chaos;

import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.FloatingIpSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.IngressRule;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.ServerGroupSpec;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.VolumeSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers to launch. */
final class Descriptions {
    private static final String IMAGE = "cirros-0.3.4-x86_64-uec";
    private static final String FLAVOR = "m1.tiny";

    private Descriptions() {}

    /** A server and nothing else. */
    static ServerSpec plain(String name, Map<String, String> metadata) {
        return ServerSpecs.of(name, IMAGE, FLAVOR, List.of("lan")).toBuilder()
                .metadata(metadata)
                .build();
    }

    /** A server with one of each kind. */
    static ServerSpec everything(String name, boolean bootVolume, String address, Map<String, String> metadata) {
        ServerSpec plain = plain(name, metadata);
        ImageSpec image = new ImageSpec.Named(IMAGE);
        return ServerSpec.builder(
                        name,
                        bootVolume
                                ? new BootSpec.OnVolume(volume(name + "-root", new VolumeSpec.OfImage(image)))
                                : new BootSpec.LocalDisk(image),
                        plain.flavor())
                .networks(NetworksSpec.of(List.of(new NetworksSpec.Nic(
                        Optional.of("private"), Optional.empty(), Optional.of(address), Optional.empty()))))
                .access(new AccessSpec(
                        List.of(),
                        List.of(IngressRule.parse("tcp 22")),
                        new KeySpec.Ephemeral(),
                        Optional.of(new FloatingIpSpec(Optional.empty())),
                        false))
                .serverGroup(Optional.of(new ServerGroupSpec("cluster", ServerGroupPolicy.SOFT_ANTI_AFFINITY)))
                .volumes(List.of(volume(name + "-data", new VolumeSpec.Blank())))
                .metadata(metadata)
                .options(plain.options())
                .waitFor(plain.waitFor())
                .build();
    }

    private static VolumeSpec volume(String name, VolumeSpec.Origin origin) {
        return new VolumeSpec.New(Optional.of(name), origin, Optional.of(1), Optional.empty(), true);
    }
}
