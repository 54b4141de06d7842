package io.github.openstackmaven.launch;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.PlannedAccess;
import io.github.openstackmaven.plan.PlannedBoot;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers with every name resolved. */
final class Plans {
    private Plans() {}

    static PlannedServer server(String name) {
        return with(ServerSpecs.of(name, "debian-12", "m1.tiny", List.of()).toBuilder()
                .metadata(Map.of("role", "web"))
                .build());
    }

    static PlannedServer with(ServerSpec spec) {
        return with(spec, Shown.as(Image.class, """
                {"id": "i1", "name": "debian-12", "status": "active", "created_at": "%s"}""".formatted(SteppedTime.START)));
    }

    static PlannedServer with(ServerSpec spec, Image image) {
        return new PlannedServer(
                spec,
                new PlannedBoot.LocalDisk(image),
                new Flavor("f1", "m1.tiny", 1, 512, 1, Optional.empty(), Optional.empty(), Map.of()),
                new PlannedNetworks.Unsaid(),
                new PlannedAccess(List.of(), List.of(), Map.of(), new KeySpec.None(), Optional.empty(), false),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
