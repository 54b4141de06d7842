package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.LinkedHashSet;
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
 * @param prepare what is done once, for the image that it boots from
 * @param logs files of the server that are fetched when the build fails
 * @param waitFor what must hold before it counts as ready
 * @param relations to the other servers that are described with it
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
        Optional<PrepareSpec> prepare,
        List<String> logs,
        WaitFor waitFor,
        Relations relations) {

    /**
     * Checks the name, and that there is a key where one logs in.
     *
     * @throws OpenStackException when the name is blank, or the key is missing
     */
    public ServerSpec {
        if (name.isBlank()) throw missing("name");
        if (waitFor.needsLogin()) demandKey("waitFor", name, access);
        if (!logs.isEmpty()) demandKey("logs", name, access);
        logs = List.copyOf(logs);
        volumes = List.copyOf(volumes);
        metadata = Map.copyOf(metadata);
    }

    private static void demandKey(String element, String name, AccessSpec access) {
        if (access.key().opens()) return;
        throw new OpenStackException(
                "<" + element + "> logs in to server '" + name + "', and there is no private key to log in with",
                "Set <keyPair>ephemeral</keyPair>, or <keyFile> to the private half of <keyPair>.");
    }

    /** A server with nothing but what it can't be without. */
    public static Builder builder(String name, BootSpec boot, FlavorSpec flavor) {
        return new Builder(name, boot, flavor);
    }

    /** The same, to be changed. */
    public Builder toBuilder() {
        return builder(name, boot, flavor)
                .networks(networks)
                .access(access)
                .serverGroup(serverGroup)
                .volumes(volumes)
                .metadata(metadata)
                .options(options)
                .prepare(prepare)
                .logs(logs)
                .waitFor(waitFor)
                .relations(relations);
    }

    /** Its volumes, that it boots from among them. */
    Stream<VolumeSpec> allVolumes() {
        return Stream.concat(
                boot.<Stream<VolumeSpec>>match(disk -> Stream.empty(), on -> Stream.of(on.volume())), volumes.stream());
    }

    /** The names of the servers that must have come somewhere before this one is created. */
    Set<String> needs() {
        Set<String> needs = new LinkedHashSet<>(relations.dependsOn());
        options.userData().map(References::names).ifPresent(needs::addAll);
        return needs;
    }

    /** That an element is missing that a server can't be without. */
    public static OpenStackException missing(String element) {
        return new OpenStackException(
                "Incomplete server: no " + element,
                "Set <" + element + "> in the plugin's <configuration>, or -Dopenstack." + element + "=….");
    }

    /** What one is made of, each by its name; what is not said is left out. */
    public static final class Builder {
        private String name;
        private BootSpec boot;
        private FlavorSpec flavor;
        private NetworksSpec networks = new NetworksSpec.Unspecified();
        private AccessSpec access = AccessSpec.standard();
        private Optional<ServerGroupSpec> serverGroup = Optional.empty();
        private List<VolumeSpec> volumes = List.of();
        private Map<String, String> metadata = Map.of();
        private ServerOptions options = ServerOptions.none();
        private Optional<PrepareSpec> prepare = Optional.empty();
        private List<String> logs = List.of();
        private WaitFor waitFor = WaitFor.none();
        private Relations relations = Relations.none();

        private Builder(String name, BootSpec boot, FlavorSpec flavor) {
            this.name = name;
            this.boot = boot;
            this.flavor = flavor;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder boot(BootSpec value) {
            boot = value;
            return this;
        }

        public Builder flavor(FlavorSpec value) {
            flavor = value;
            return this;
        }

        public Builder networks(NetworksSpec value) {
            networks = value;
            return this;
        }

        public Builder access(AccessSpec value) {
            access = value;
            return this;
        }

        public Builder serverGroup(Optional<ServerGroupSpec> value) {
            serverGroup = value;
            return this;
        }

        public Builder volumes(List<VolumeSpec> value) {
            volumes = value;
            return this;
        }

        public Builder metadata(Map<String, String> value) {
            metadata = value;
            return this;
        }

        public Builder options(ServerOptions value) {
            options = value;
            return this;
        }

        public Builder prepare(Optional<PrepareSpec> value) {
            prepare = value;
            return this;
        }

        public Builder logs(List<String> value) {
            logs = value;
            return this;
        }

        public Builder waitFor(WaitFor value) {
            waitFor = value;
            return this;
        }

        public Builder relations(Relations value) {
            relations = value;
            return this;
        }

        public ServerSpec build() {
            return new ServerSpec(
                    name,
                    boot,
                    flavor,
                    networks,
                    access,
                    serverGroup,
                    volumes,
                    metadata,
                    options,
                    prepare,
                    logs,
                    waitFor,
                    relations);
        }
    }
}
