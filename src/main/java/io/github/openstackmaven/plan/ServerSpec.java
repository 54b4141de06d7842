package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server the user asked for, in the user's words: nothing is looked up yet.
 *
 * @param metadata the user's own
 * @param options what else the create says, and has a meaning for Nova alone
 */
public record ServerSpec(
        String name,
        ImageSpec image,
        FlavorSpec flavor,
        NetworksSpec networks,
        List<String> securityGroups,
        Optional<String> keyPair,
        Map<String, String> metadata,
        ServerOptions options) {

    /**
     * Checks the name.
     *
     * @throws OpenStackException when it is blank
     */
    public ServerSpec {
        if (name.isBlank()) throw missing("name");
        securityGroups = List.copyOf(securityGroups);
        metadata = Map.copyOf(metadata);
    }

    /** A server with nothing but what it can't be without; the networks are names or ids. */
    public static ServerSpec of(String name, String image, String flavor, List<String> networks) {
        return new ServerSpec(
                name,
                new ImageSpec.Named(image),
                new FlavorSpec.Named(flavor),
                NetworksSpec.of(networks.stream().map(NetworksSpec.Nic::on).toList()),
                List.of(),
                Optional.empty(),
                Map.of(),
                ServerOptions.none());
    }

    /** The same server with that metadata. */
    public ServerSpec withMetadata(Map<String, String> metadata) {
        return new ServerSpec(name, image, flavor, networks, securityGroups, keyPair, metadata, options);
    }

    /** That an element is missing that a server can't be without. */
    public static OpenStackException missing(String element) {
        return new OpenStackException(
                "Incomplete server: no " + element,
                "Set <" + element + "> in the plugin's <configuration>, or -Dopenstack." + element + "=….");
    }
}
