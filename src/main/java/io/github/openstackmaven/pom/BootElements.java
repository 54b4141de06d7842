package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.Optional;

/** {@code <image>} and {@code <bootVolume>}: what a server boots from. */
record BootElements(ServerRegister server, ElementPrecedence<ServerBlock> precedence) {

    BootSpec spec() {
        Optional<ElementPrecedence<VolumeParameter>> volume = precedence.block(server.bootVolume);
        return volume.map(this::spec).orElseGet(() -> new BootSpec.LocalDisk(image()));
    }

    private BootSpec spec(ElementPrecedence<VolumeParameter> volume) {
        return VolumeParameter.content(volume)
                .map(content -> nearer(volume, content))
                .orElseGet(() -> new BootSpec.OnVolume(VolumeParameter.spec(volume, new VolumeSpec.OfImage(image()))));
    }

    private BootSpec nearer(ElementPrecedence<VolumeParameter> volume, Value<VolumeParameter, String> content) {
        int depth = volume.depth(content);
        int imageDepth = precedence.depth(server.image);
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
        return precedence.block(server.image).map(ImageParameter::spec).orElseThrow(() -> ServerSpec.missing("image"));
    }
}
