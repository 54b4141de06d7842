package io.github.openstackmaven.output;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.PlannedAccess;
import io.github.openstackmaven.plan.PlannedBoot;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.Relations;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.WaitFor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers for the tests of what a launch leaves. */
final class Examples {
    private Examples() {}

    static PlannedServer plan(String name) {
        return new PlannedServer(
                ServerSpecs.of(name, "debian-12", "m1.tiny", List.of("lan")),
                new PlannedBoot.LocalDisk(Shown.as(Image.class, """
                        {"id": "i1", "name": "debian-12", "status": "active", "created_at": "1970-01-01T00:00:00Z"}""")),
                new Flavor("f1", "m1.tiny", 1, 512, 1, Optional.empty(), Optional.empty(), Map.of()),
                new PlannedNetworks.Unsaid(),
                new PlannedAccess(List.of(), List.of(), Map.of(), new KeySpec.None(), Optional.empty(), false),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** That waits until another is ready. */
    static PlannedServer dependent(String name, String other) {
        PlannedServer plan = plan(name);
        return new PlannedServer(
                plan.spec().toBuilder()
                        .relations(new Relations(List.of(), List.of(other), false))
                        .build(),
                plan.boot(),
                plan.flavor(),
                plan.networks(),
                plan.access(),
                plan.serverGroup(),
                plan.volumes(),
                Optional.empty());
    }

    static Server server(String id, String name, String status, Optional<Server.Fault> fault) {
        return Shown.as(Server.class, """
                {"id": "%s", "name": %s, "status": "%s", "metadata": {}, "created": "1970-01-01T00:00:00Z",
                 "addresses": {"lan": [{"version": 4, "addr": "10.0.0.5", "OS-EXT-IPS:type": "fixed"}]},
                 "OS-EXT-AZ:availability_zone": "nova", "fault": %s}""".formatted(id, Json.write(name), status, Json.write(fault)));
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
        ServerSpec spec = plan.spec().toBuilder()
                .access(new AccessSpec(List.of(), List.of(), new KeySpec.Ephemeral(), Optional.empty(), false))
                .waitFor(new WaitFor(
                        "ACTIVE",
                        Optional.empty(),
                        Optional.of(new WaitFor.Ssh(Optional.empty(), port, Optional.empty(), Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .build();
        return new Launched(
                new PlannedServer(
                        spec,
                        plan.boot(),
                        plan.flavor(),
                        plan.networks(),
                        plan.access(),
                        plan.serverGroup(),
                        plan.volumes(),
                        Optional.empty()),
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
