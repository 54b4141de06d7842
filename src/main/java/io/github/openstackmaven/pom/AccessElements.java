package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.FloatingIpSpec;
import io.github.openstackmaven.plan.IngressRule;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.NetworksSpec;
import java.util.Optional;

/** The elements that say who gets at a server, and how. */
record AccessElements(ServerRegister server, ElementPrecedence<ServerBlock> precedence, ProjectFiles files) {
    private static final String EPHEMERAL = "ephemeral";

    AccessSpec spec(NetworksSpec networks) {
        return new AccessSpec(
                precedence.list(server.securityGroups),
                precedence.list(server.ingress).stream().map(IngressRule::parse).toList(),
                key(),
                floatingIp(networks),
                precedence.flag(server.preferIpv6));
    }

    private KeySpec key() {
        // A key file belongs to its keypair: one that is written below another keypair is not meant.
        Optional<String> file = precedence.unless(server.keyPair, server.keyFile);
        Optional<String> pair = precedence.value(server.keyPair);
        if (pair.isEmpty() && file.isPresent()) {
            throw new OpenStackException(
                    "A <keyFile> without <keyPair>", "Set <keyPair> to the keypair whose private half the file is.");
        }
        if (pair.filter(EPHEMERAL::equals).isPresent() && file.isPresent()) {
            throw new OpenStackException(
                    "Both <keyFile> and an ephemeral <keyPair>",
                    "Leave <keyFile> out: the key is made for this build, and its file is in <outputDirectory>.");
        }
        return pair.<KeySpec>map(name -> name.equals(EPHEMERAL)
                        ? new KeySpec.Ephemeral()
                        : new KeySpec.Existing(name, file.map(files::key)))
                .orElseGet(KeySpec.None::new);
    }

    private Optional<FloatingIpSpec> floatingIp(NetworksSpec networks) {
        Optional<FloatingIpSpec> wanted = precedence
                .value(server.floatingIp)
                .filter(network -> !network.equals("false"))
                .map(network -> new FloatingIpSpec(Optional.of(network).filter(name -> !name.equals("true"))));
        if (wanted.isPresent() && networks instanceof NetworksSpec.None) {
            throw new OpenStackException(
                    "<floatingIp> of a server on no network",
                    "A floating IP leads to an address on a network: name one in <networks>, or set <floatingIp> to false.");
        }
        return wanted;
    }
}
