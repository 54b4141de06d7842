package io.github.openstackmaven.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Where on this machine the guests of a cloud listen. */
@FunctionalInterface
public interface Doors {

    /**
     * Where to connect to instead; empty when the address is none of the cloud's.
     *
     * @throws IOException as a connection there would fail
     */
    Optional<InetSocketAddress> instead(String address, int port) throws IOException;
}
