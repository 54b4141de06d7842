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
        images.add(image("cirros-0.3.4-x86_64-uec", 0, first, Map.of()));
        images.add(image("debian-12", 0, first, Map.of("os_distro", "debian", "os_version", "12")));
        images.add(new Image(
                Ids.uuid("image/needs-room"),
                "needs-room",
                "active",
                "public",
                Contents.ADMIN,
                20,
                4096,
                1000,
                first.plusSeconds(2),
                properties("needs-room"),
                List.of()));
        for (String build : List.of("0", "1")) {
            images.add(image(
                    "ubuntu-22.04",
                    Integer.parseInt(build),
                    first.plusSeconds(3),
                    Map.of("os_distro", "ubuntu", "os_version", "22.04", "build", build)));
        }
        images.add(special("old-image", "deactivated", "public", Contents.ADMIN, first.plusSeconds(5)));
        images.add(special("demo-private", "active", "private", Contents.DEMO, first.plusSeconds(6)));
        for (int n = 0; n < 60; n++) {
            images.add(image("bulk-%03d".formatted(n), n, first.plusSeconds(7), Map.of()));
        }
        return List.copyOf(images);
    }

    private static Image image(String name, int later, Instant first, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(properties(name));
        properties.putAll(more);
        int size = name.startsWith("bulk") ? 1 : 1000;
        String id = Ids.uuid("image/" + name + more.getOrDefault("build", ""));
        return new Image(
                id,
                name,
                "active",
                "public",
                Contents.ADMIN,
                0,
                0,
                size,
                first.plusSeconds(later),
                properties,
                List.of());
    }

    private static Image special(String name, String status, String visibility, String owner, Instant created) {
        return new Image(
                Ids.uuid("image/" + name),
                name,
                status,
                visibility,
                owner,
                0,
                0,
                1000,
                created,
                properties(name),
                List.of());
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
