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
        Named flavor) {
    private static final int SSH = 22;

    public LaunchedServer {
        networks = List.copyOf(networks);
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
                new Named(plan.flavor().id(), plan.flavor().name()));
    }

    /** As {@code ssh} and Ansible are to call it. */
    SafeName safeName() {
        return SafeName.of(name, id);
    }
}
