package io.github.openstackmaven.mojo;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.simulator.Simulator;
import java.util.concurrent.Executor;

/** What the goals and modules of one Maven run share. */
interface BuildSession {

    /** The run's id, which goes into the mark {@code maven:build}. */
    String id();

    /** The cloud, logged in to once, whichever goals and modules ask. */
    Cloud cloud(CloudConfig config);

    /** The OpenStack inside this build; it ends with the JVM. */
    Simulator simulator();

    /** Runs look-ups side by side, on threads that keep no JVM alive. */
    Executor lookUps();
}
