package io.github.openstackmaven.output;

import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.PlannedAccess;
import io.github.openstackmaven.plan.PlannedBoot;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.WaitFor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers for the tests of what a launch leaves. */
final class Examples {
    private Examples() {}

    static PlannedServer plan(String name) {
        return new PlannedServer(
                ServerSpec.of(name, "debian-12", "m1.tiny", List.of("lan")),
                new PlannedBoot.LocalDisk(new Image(
                        "i1",
                        "debian-12",
                        "active",
                        Optional.of(Instant.EPOCH),
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty())),
                new Flavor("f1", "m1.tiny", 1, 512, 1, Optional.empty(), Optional.empty()),
                new PlannedNetworks.Unsaid(),
                new PlannedAccess(List.of(), List.of(), Map.of(), new KeySpec.None(), Optional.empty(), false),
                Optional.empty(),
                List.of());
    }

    static Server server(String id, String name, String status, Optional<Server.Fault> fault) {
        return new Server(
                id,
                name,
                status,
                Optional.empty(),
                Optional.of(Instant.EPOCH),
                Map.of("lan", List.of(new Server.Address(4, "10.0.0.5", Optional.of("fixed")))),
                Map.of(),
                fault,
                Optional.of("nova"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Launched launched(String id, String name, String ip) {
        return new Launched(
                plan(name),
                server(id, name, "ACTIVE", Optional.empty()),
                Optional.of(ip),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Launched withLogin(Launched launched, String user, Path keyFile) {
        return new Launched(
                launched.plan(),
                launched.server(),
                launched.ip(),
                launched.adminPassword(),
                Optional.of(keyFile),
                Optional.of(user));
    }

    /** That was waited for until one could log in there. */
    static Launched withSshAt(Launched launched, int port) {
        PlannedServer plan = launched.plan();
        ServerSpec spec = plan.spec()
                .withAccess(new AccessSpec(List.of(), List.of(), new KeySpec.Ephemeral(), Optional.empty(), false))
                .withWaitFor(new WaitFor(
                        "ACTIVE",
                        Optional.empty(),
                        Optional.of(new WaitFor.Ssh(Optional.empty(), port, Optional.empty(), Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return new Launched(
                new PlannedServer(
                        spec,
                        plan.boot(),
                        plan.flavor(),
                        plan.networks(),
                        plan.access(),
                        plan.serverGroup(),
                        plan.volumes()),
                launched.server(),
                launched.ip(),
                launched.adminPassword(),
                launched.keyFile(),
                launched.user());
    }

    static Launched withPassword(Launched launched, String password) {
        return new Launched(
                launched.plan(),
                launched.server(),
                launched.ip(),
                Optional.of(Secret.of(password)),
                launched.keyFile(),
                launched.user());
    }

    static Launched withoutAddress(Launched launched) {
        return new Launched(
                launched.plan(),
                launched.server(),
                Optional.empty(),
                launched.adminPassword(),
                launched.keyFile(),
                launched.user());
    }
}
