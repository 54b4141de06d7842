package io.github.openstackmaven.contract;

import io.github.openstackmaven.simulator.Simulator;
import java.util.Map;

/** A simulator with its own login. */
final class SimulatedCloud {
    private SimulatedCloud() {}

    static CloudUnderTest underTest(Simulator simulator) {
        return new CloudUnderTest(Map.of(
                "auth.auth_url", simulator.authUrl().toString(),
                "auth.username", "demo",
                "auth.password", "passw0rd",
                "auth.user_domain_id", "default",
                "auth.project_name", "demo",
                "auth.project_domain_id", "default",
                "region_name", "RegionOne"));
    }
}
