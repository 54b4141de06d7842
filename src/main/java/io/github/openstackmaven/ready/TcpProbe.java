package io.github.openstackmaven.ready;

import java.time.Duration;

/** Looks whether a port accepts connections. */
@FunctionalInterface
public interface TcpProbe {

    /**
     * One look.
     *
     * @param atMost how long it may take
     */
    ProbeResult look(Instance instance, int port, Duration atMost);
}
