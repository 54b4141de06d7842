package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.VolumeSpec;
import java.util.Optional;

/** {@code <image>} and {@code <bootVolume>}: what a server boots from. */
record BootElements(Layers layers) {
    private static final String WHERE = "<bootVolume>";

    BootSpec spec() {
        Optional<VolumeParameter> volume = layers.block(layer -> layer.bootVolume);
        if (volume.isEmpty()) return new BootSpec.LocalDisk(image());
        if (!volume.get().hasContent()) {
            return new BootSpec.OnVolume(volume.get().spec(WHERE, new VolumeSpec.OfImage(image())));
        }
        int depth = layers.depth(layer -> layer.bootVolume != null && layer.bootVolume.given());
        int imageDepth = layers.depth(layer -> layer.image != null && layer.image.given());
        if (depth == imageDepth) {
            throw new OpenStackException(
                    "Both <image> and a <bootVolume> with <" + volume.get().content() + ">",
                    "Leave one out: the server boots from what is on it.");
        }
        return depth < imageDepth
                ? new BootSpec.OnVolume(volume.get().spec(WHERE, new VolumeSpec.Blank()))
                : new BootSpec.LocalDisk(image());
    }

    private ImageSpec image() {
        return layers.block(layer -> layer.image)
                .map(ImageParameter::spec)
                .orElseThrow(() -> ServerSpec.missing("image"));
    }
}
