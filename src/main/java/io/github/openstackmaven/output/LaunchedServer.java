package io.github.openstackmaven.output;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerAddress;
import io.github.openstackmaven.plan.WaitFor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server as the rest of the build sees it. Nothing of it is secret.
 *
 * @param ip the address to reach it at; empty when it has none
 * @param user who logs in with the key
 * @param keyFile the private key's absolute path
 * @param port of SSH, where it is not 22
 * @param groups that it was described to be in
 * @param image empty for a server that boots from a volume made of none
 */
public record LaunchedServer(
        String id,
        String name,
        String status,
        Optional<String> ip,
        Optional<String> user,
        Optional<String> keyFile,
        Optional<Integer> port,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Network> networks,
        Optional<Named> image,
        Named flavor,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> groups) {
    private static final int SSH = 22;

    public LaunchedServer {
        networks = List.copyOf(networks);
        groups = List.copyOf(groups);
    }

    /** A server with nothing but what every one has. */
    public static Builder builder(String id, String name, String status, Named flavor) {
        return new Builder(id, name, status, flavor);
    }

    /** One address, and the network it is on. */
    public record Network(String name, int version, String address, String type) {}

    /** What has an id and a name. */
    public record Named(String id, String name) {
        static Named of(Image image) {
            return new Named(image.id(), image.name());
        }
    }

    /** What came of a planned server. */
    public static LaunchedServer of(Launched launched) {
        PlannedServer plan = launched.plan();
        Server server = launched.server();
        return new LaunchedServer(
                server.id(),
                server.name(),
                server.status(),
                launched.ip(),
                launched.user(),
                launched.keyFile().map(Path::toAbsolutePath).map(Path::toString),
                plan.spec().waitFor().ssh().map(WaitFor.Ssh::port).filter(port -> port != SSH),
                ServerAddress.of(server).stream()
                        .map(one -> new Network(one.network(), one.version(), one.address(), one.type()))
                        .toList(),
                plan.boot().image().map(Named::of),
                new Named(plan.flavor().id(), plan.flavor().name()),
                plan.spec().relations().groups());
    }

    /** As {@code ssh} and Ansible are to call it. */
    SafeName safeName() {
        return SafeName.of(name, id);
    }

    /** What one is made of, each by its name; what is not said is left out. */
    public static final class Builder {
        private final String id;
        private final String name;
        private final String status;
        private final Named flavor;
        private Optional<String> ip = Optional.empty();
        private Optional<String> user = Optional.empty();
        private Optional<String> keyFile = Optional.empty();
        private Optional<Integer> port = Optional.empty();
        private List<Network> networks = List.of();
        private Optional<Named> image = Optional.empty();
        private List<String> groups = List.of();

        private Builder(String id, String name, String status, Named flavor) {
            this.id = id;
            this.name = name;
            this.status = status;
            this.flavor = flavor;
        }

        public Builder ip(Optional<String> value) {
            ip = value;
            return this;
        }

        public Builder user(Optional<String> value) {
            user = value;
            return this;
        }

        public Builder keyFile(Optional<String> value) {
            keyFile = value;
            return this;
        }

        public Builder port(Optional<Integer> value) {
            port = value;
            return this;
        }

        public Builder networks(List<Network> value) {
            networks = value;
            return this;
        }

        public Builder image(Optional<Named> value) {
            image = value;
            return this;
        }

        public Builder groups(List<String> value) {
            groups = value;
            return this;
        }

        public LaunchedServer build() {
            return new LaunchedServer(id, name, status, ip, user, keyFile, port, networks, image, flavor, groups);
        }
    }
}
