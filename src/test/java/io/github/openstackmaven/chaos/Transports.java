package io.github.openstackmaven.chaos;

import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.http.JdkTransport;
import io.github.openstackmaven.http.Transport;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Optional;

/**
 * What all builds of a test share.
 *
 * @param impatient soon has enough of a service that says nothing
 * @param patient waits for slow machines, on a cloud where all is well
 */
record Transports(Transport impatient, Transport patient) {

    static Transports make() {
        return new Transports(answering(Duration.ofMillis(400)), answering(Duration.ofSeconds(60)));
    }

    private static Transport answering(Duration answer) {
        return new JdkTransport(new Connection(ProxySelector.getDefault(), Optional.empty(), Optional.empty(), answer));
    }
}
