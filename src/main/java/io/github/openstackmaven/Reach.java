package io.github.openstackmaven;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/** How this machine reaches a port of a server: at the server's own address, or where a simulated server really listens. */
@FunctionalInterface
public interface Reach {

    /**
     * Where to connect to instead; empty when the server's own address is right.
     *
     * @throws IOException as a connection there would fail
     */
    Optional<InetSocketAddress> instead(String host, int port) throws IOException;

    /**
     * Where to connect to.
     *
     * @throws IOException as a connection there would fail
     */
    default InetSocketAddress of(String host, int port) throws IOException {
        return instead(host, port).orElseGet(() -> new InetSocketAddress(host, port));
    }

    /** The port that an http or https URL means, where it names none too. */
    static int port(URI uri) {
        if (uri.getPort() != -1) return uri.getPort();
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** A port of this machine, for nobody else. */
    static InetSocketAddress here(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }

    /** Servers are at their own addresses. */
    static Reach direct() {
        return (host, port) -> Optional.empty();
    }
}
