package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** Looks whether there are the availability zones that servers name. */
final class ZonePlanner {
    private final LookUp<Set<String>> zones;

    ZonePlanner(Cloud cloud, Executor executor) {
        this.zones = LookUp.helpful(executor, () -> cloud.compute().zones(), Set.of());
    }

    void ask(ServerSpec spec) {
        if (!spec.options().availabilityZones().isEmpty()) zones.ask();
    }

    /**
     * That they are there; where the cloud lists none each may be.
     *
     * @throws OpenStackException when one is not
     */
    void check(ServerSpec spec) {
        Set<String> there = zones.answer().orElse(Set.of());
        if (there.isEmpty()) return;
        for (String wanted : spec.options().availabilityZones()) {
            String zone = ServerOptions.zone(wanted);
            if (!there.contains(zone)) throw new NamedResource("availability zone", zone).unknown(List.copyOf(there));
        }
    }
}
