package io.github.openstackmaven.ready;

import io.github.openstackmaven.ssh.MinaSsh;
import io.github.openstackmaven.ssh.Ssh;

/** The ways to look at a server from outside. */
public record Probes(TcpProbe tcp, HttpProbe http, Ssh ssh) {

    /** Those over the network. */
    public static Probes network() {
        return new Probes(new SocketProbe(), new PageProbe(), new MinaSsh());
    }
}
