package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.simulator.Options;
import io.github.openstackmaven.simulator.Simulator;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real cloud of one of the simulator's releases offers what that does: the table of releases is true. */
@Tag("real-cloud")
class ReleaseOnRealCloudTest {

    @Test
    void a_simulator_of_its_release_offers_what_the_cloud_does() {
        try (CloudUnderTest real = RealCloud.underTest()) {
            Cloud cloud = real.logIn();
            String nova = nova(cloud);

            assertThat(Options.releases())
                    .filteredOn(release -> offers(release, nova, cloud.network().extensions()))
                    .as("releases with Nova %s", nova)
                    .hasSize(1);
        }
    }

    private static boolean offers(String release, String nova, Set<String> extensions) {
        try (Simulator simulator =
                        Simulator.start(0, Options.builder().release(release).build());
                CloudUnderTest simulated = SimulatedCloud.underTest(simulator)) {
            Cloud cloud = simulated.logIn();
            Set<String> missing = new TreeSet<>(cloud.network().extensions());
            missing.removeAll(extensions);
            return nova(cloud).equals(nova) && missing.isEmpty();
        }
    }

    private static String nova(Cloud cloud) {
        return cloud.compute().microversions().orElseThrow().toString();
    }
}
