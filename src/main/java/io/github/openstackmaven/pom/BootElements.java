package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.Optional;

/** {@code <image>} and {@code <bootVolume>}: what a server boots from. */
record BootElements(ServerRegister server, Layers<ServerBlock> layers) {

    BootSpec spec() {
        Optional<Layers<VolumeParameter>> volume = layers.block(server.bootVolume);
        return volume.map(this::spec).orElseGet(() -> new BootSpec.LocalDisk(image()));
    }

    private BootSpec spec(Layers<VolumeParameter> volume) {
        return VolumeParameter.content(volume)
                .map(content -> nearer(volume, content))
                .orElseGet(() -> new BootSpec.OnVolume(VolumeParameter.spec(volume, new VolumeSpec.OfImage(image()))));
    }

    private BootSpec nearer(Layers<VolumeParameter> volume, Value<VolumeParameter, String> content) {
        int depth = volume.depth(content);
        int imageDepth = layers.depth(server.image);
        if (depth == imageDepth) {
            throw new OpenStackException(
                    "Both <image> and a <bootVolume> with <" + content.name() + ">",
                    "Leave one out: the server boots from what is on it.");
        }
        return depth < imageDepth
                ? new BootSpec.OnVolume(VolumeParameter.spec(volume, new VolumeSpec.Blank()))
                : new BootSpec.LocalDisk(image());
    }

    private ImageSpec image() {
        return layers.block(server.image).map(ImageParameter::spec).orElseThrow(() -> ServerSpec.missing("image"));
    }
}
