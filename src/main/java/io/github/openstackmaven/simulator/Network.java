package io.github.openstackmaven.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A network with its one subnet.
 *
 * @param sharedWith the other project that may use it
 * @param prefix the first three numbers of its /24
 */
record Network(
        String id,
        String name,
        String project,
        boolean external,
        Optional<String> sharedWith,
        String subnet,
        String prefix,
        int revision,
        Instant created) {

    boolean isSharedWith(String other) {
        return sharedWith.filter(other::equals).isPresent();
    }

    boolean isSeenBy(String other) {
        return external || isUsableBy(other);
    }

    /** Whether a server there may be put on it when none was named. */
    boolean isUsableBy(String other) {
        return project.equals(other) || isSharedWith(other);
    }

    String cidr() {
        return prefix + ".0/24";
    }

    // Loopback addresses are answered by the machine itself; a DHCP server has no use there.
    boolean hasDhcp() {
        return !prefix.startsWith("127.");
    }
}
