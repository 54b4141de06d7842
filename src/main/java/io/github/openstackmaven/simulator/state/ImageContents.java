package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The images a cloud starts with. */
final class ImageContents {

    private ImageContents() {}

    // Every image a second younger than the one before, so that the newest is a fact.
    static List<Image> at(Instant now) {
        List<Image> images = new ArrayList<>();
        Instant first = now.minusSeconds(3600);
        images.add(image("cirros-0.3.4-x86_64-uec", first));
        images.add(image("debian-12", first, Map.of("os_distro", "debian", "os_version", "12")));
        images.add(image("needs-room", first.plusSeconds(2)).withNeeds(20, 4096));
        for (String build : List.of("0", "1")) {
            images.add(image(
                    "ubuntu-22.04",
                    first.plusSeconds(3 + Integer.parseInt(build)),
                    Map.of("os_distro", "ubuntu", "os_version", "22.04", "build", build)));
        }
        images.add(image("old-image", first.plusSeconds(5)).deactivated());
        images.add(image("demo-private", first.plusSeconds(6)).privateTo(Contents.DEMO));
        for (int n = 0; n < 60; n++) {
            images.add(image("bulk-%03d".formatted(n), first.plusSeconds(7 + n)).withSize(1));
        }
        return List.copyOf(images);
    }

    static Image image(String name, Instant created) {
        return image(name, created, Map.of());
    }

    private static Image image(String name, Instant created, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(properties(name));
        properties.putAll(more);
        return Image.of(Ids.uuid("image/" + name + more.getOrDefault("build", "")), name, created, properties);
    }

    // openstacksdk, which fills the real cloud, leaves these on each image.
    private static Map<String, String> properties(String name) {
        return Map.of(
                "owner_specified.openstack.md5",
                "",
                "owner_specified.openstack.sha256",
                "",
                "owner_specified.openstack.object",
                "images/" + name);
    }
}
