package io.github.openstackmaven.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Where on this machine the guests of a cloud listen, as long as it is there. */
@FunctionalInterface
public interface Doors extends AutoCloseable {

    /**
     * Where to connect to instead; empty when the address is none of the cloud's.
     *
     * @throws IOException as a connection there would fail
     */
    Optional<InetSocketAddress> instead(String address, int port) throws IOException;

    /** Ends the guests. */
    @Override
    default void close() {}
}
