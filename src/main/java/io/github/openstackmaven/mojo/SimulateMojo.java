package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.guest.Guests;
import io.github.openstackmaven.session.PlannedFaults;
import io.github.openstackmaven.session.SessionTerminal;
import io.github.openstackmaven.session.SimulatorSettings;
import io.github.openstackmaven.simulator.FaultPlan;
import io.github.openstackmaven.simulator.Options;
import io.github.openstackmaven.simulator.Simulator;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs an OpenStack simulator until it is interrupted (Ctrl-C), and prints a clouds.yaml for it. How large, how slow and
 * how full its cloud is, -Dopenstack.simulator.NAME says: latency, build, quota.instances, images and more; README, "A
 * cloud without a cloud".
 *
 * @since 1.0.0
 */
@Mojo(name = "simulate", requiresProject = false, threadSafe = true)
public final class SimulateMojo extends OpenStackMojo {
    private static final String ANY = "0";

    /**
     * The port on 127.0.0.1; 0 for any free one.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.port", defaultValue = ANY)
    private String port;

    /**
     * A file of what is to go wrong, in YAML or JSON; README, "Rehearse trouble".
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.simulator.faults")
    private @Nullable String faults;

    /**
     * Requests go wrong by chance; the same ones with the same seed.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.simulator.faults.seed")
    private @Nullable String faultsSeed;

    /**
     * How many requests go wrong by chance, from 0 to 1.
     *
     * <p>Default: 0.2 where there is a seed, else none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.simulator.faults.probability")
    private @Nullable String faultsProbability;

    @Override
    void run() {
        FaultPlan plan = PlannedFaults.of(commandLine(), faults, faultsSeed, faultsProbability)
                .plan();
        Options options = SimulatorSettings.of(commandLine())
                .cloud()
                .withoutRecording()
                .guests(Guests::new)
                .build();
        try (Simulator simulator = start(commandLine().text("port", port).orElse(ANY), options)) {
            simulator.disturb(plan);
            getLog().info("The simulator answers at " + simulator.authUrl()
                    + " until it is interrupted. Its clouds.yaml:");
            SessionTerminal.programs(session()).print(simulator.cloudsYaml()); // as it is, to be copied or redirected
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Simulator start(String port, Options options) {
        try {
            return Simulator.start(Integer.parseInt(port), options);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new OpenStackException(
                    "The simulator can't listen on port " + port + " of 127.0.0.1",
                    "Set -Dopenstack.port to one that is free, from 1 to 65535, or to 0 for any.",
                    e);
        }
    }
}
