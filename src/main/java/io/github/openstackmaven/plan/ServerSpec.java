package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The server the user asked for, in the user's words: nothing is looked up yet.
 *
 * @param serverGroup empty: in none
 * @param volumes besides the one it boots from
 * @param metadata the user's own
 * @param options what else the create says, and has a meaning for Nova alone
 * @param waitFor what must hold before it counts as ready
 */
public record ServerSpec(
        String name,
        BootSpec boot,
        FlavorSpec flavor,
        NetworksSpec networks,
        AccessSpec access,
        Optional<ServerGroupSpec> serverGroup,
        List<VolumeSpec> volumes,
        Map<String, String> metadata,
        ServerOptions options,
        WaitFor waitFor) {

    /**
     * Checks the name, and that there is a key where one logs in.
     *
     * @throws OpenStackException when the name is blank, or the key is missing
     */
    public ServerSpec {
        if (name.isBlank()) throw missing("name");
        if (waitFor.needsLogin() && !access.key().opens()) {
            throw new OpenStackException(
                    "<waitFor> logs in to server '" + name + "', and there is no private key to log in with",
                    "Set <keyPair>ephemeral</keyPair>, or <keyFile> to the private half of <keyPair>.");
        }
        volumes = List.copyOf(volumes);
        metadata = Map.copyOf(metadata);
    }

    /** A server with nothing but what it can't be without; the networks are names or ids. */
    public static ServerSpec of(String name, String image, String flavor, List<String> networks) {
        return new ServerSpec(
                name,
                new BootSpec.LocalDisk(new ImageSpec.Named(image)),
                new FlavorSpec.Named(flavor),
                NetworksSpec.of(networks.stream().map(NetworksSpec.Nic::on).toList()),
                AccessSpec.standard(),
                Optional.empty(),
                List.of(),
                Map.of(),
                ServerOptions.none(),
                WaitFor.none());
    }

    /** The same server with that name. */
    public ServerSpec withName(String other) {
        return new ServerSpec(other, boot, flavor, networks, access, serverGroup, volumes, metadata, options, waitFor);
    }

    /** The same server with that metadata. */
    public ServerSpec withMetadata(Map<String, String> other) {
        return new ServerSpec(name, boot, flavor, networks, access, serverGroup, volumes, other, options, waitFor);
    }

    /** The same server with that access. */
    public ServerSpec withAccess(AccessSpec other) {
        return new ServerSpec(name, boot, flavor, networks, other, serverGroup, volumes, metadata, options, waitFor);
    }

    /** The same server with those options. */
    public ServerSpec withOptions(ServerOptions other) {
        return new ServerSpec(name, boot, flavor, networks, access, serverGroup, volumes, metadata, other, waitFor);
    }

    /** The same server, ready when that holds. */
    public ServerSpec withWaitFor(WaitFor other) {
        return new ServerSpec(name, boot, flavor, networks, access, serverGroup, volumes, metadata, options, other);
    }

    /** Its volumes, that it boots from among them. */
    Stream<VolumeSpec> allVolumes() {
        return Stream.concat(
                boot.<Stream<VolumeSpec>>match(disk -> Stream.empty(), on -> Stream.of(on.volume())), volumes.stream());
    }

    /**
     * The servers as they are, when their names are different.
     *
     * @throws OpenStackException when two have one
     */
    public static List<ServerSpec> differing(List<ServerSpec> specs) {
        Set<String> names = new HashSet<>();
        specs.stream()
                .map(ServerSpec::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(twice -> {
                    throw new OpenStackException(
                            "Two servers are called '" + twice + "'", "Give each <server> a <name> of its own.");
                });
        return specs;
    }

    /** That an element is missing that a server can't be without. */
    public static OpenStackException missing(String element) {
        return new OpenStackException(
                "Incomplete server: no " + element,
                "Set <" + element + "> in the plugin's <configuration>, or -Dopenstack." + element + "=….");
    }
}
