package io.github.openstackmaven.ready;

import io.github.openstackmaven.Reach;
import io.github.openstackmaven.ssh.MinaSsh;
import io.github.openstackmaven.ssh.Ssh;

/** The ways to look at a server from outside. */
public record Probes(TcpProbe tcp, HttpProbe http, Ssh ssh) {

    /** Those over the network, which leads to servers so. */
    public static Probes network(Reach reach) {
        return new Probes(new SocketProbe(reach), new PageProbe(reach), new MinaSsh(reach));
    }
}
