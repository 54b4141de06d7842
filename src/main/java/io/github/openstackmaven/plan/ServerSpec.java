package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server the user asked for, in the user's words: nothing is looked up yet.
 *
 * @param image name or id
 * @param flavor name or id
 * @param networks names or ids; empty leaves the choice to Nova
 * @param metadata the user's own
 */
public record ServerSpec(
        String name,
        String image,
        String flavor,
        List<String> networks,
        Map<String, String> metadata,
        Optional<String> description,
        List<String> tags) {

    /**
     * Checks that nothing is missing that a server needs.
     *
     * @throws OpenStackException when something a server can't be without is missing; names all of it
     */
    public ServerSpec {
        List<String> missing = new ArrayList<>();
        if (name.isBlank()) missing.add("name");
        if (image.isBlank()) missing.add("image");
        if (flavor.isBlank()) missing.add("flavor");
        if (!missing.isEmpty()) {
            throw new OpenStackException(
                    "Incomplete server: no " + String.join(", no ", missing),
                    "Set <" + missing.get(0) + "> in the plugin's <configuration>, or -Dopenstack." + missing.get(0)
                            + "=….");
        }
        networks = List.copyOf(networks);
        metadata = Map.copyOf(metadata);
        tags = List.copyOf(tags);
    }

    /** A server with nothing but what it can't be without. */
    public static ServerSpec of(String name, String image, String flavor, List<String> networks) {
        return new ServerSpec(name, image, flavor, networks, Map.of(), Optional.empty(), List.of());
    }

    /** The same server with that metadata. */
    public ServerSpec withMetadata(Map<String, String> metadata) {
        return new ServerSpec(name, image, flavor, networks, metadata, description, tags);
    }
}
