package io.github.openstackmaven.plan;

import java.util.List;
import java.util.Optional;

/**
 * Who gets at a server, and how.
 *
 * @param securityGroups names or ids; empty leaves the choice to the cloud
 * @param ingress what a group made for this launch lets in besides
 * @param ipv6First whether the server's address is one of IPv6 where it has both
 */
public record AccessSpec(
        List<String> securityGroups,
        List<IngressRule> ingress,
        KeySpec key,
        Optional<FloatingIpSpec> floatingIp,
        boolean ipv6First) {

    public AccessSpec {
        securityGroups = List.copyOf(securityGroups);
        ingress = List.copyOf(ingress);
    }

    /** As the cloud does it unasked, without a key. */
    public static AccessSpec standard() {
        return new AccessSpec(List.of(), List.of(), new KeySpec.None(), Optional.empty(), false);
    }
}
